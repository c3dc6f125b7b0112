package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.BeginsWith;
import dev.tempest.Codec;
import dev.tempest.ForIndex;
import dev.tempest.GreaterThanOrEqualTo;
import dev.tempest.KeyTemplate;
import dev.tempest.TableName;
import dev.tempest.UnreadableItemException;
import dev.tempest.docs.model.AlbumInfo;
import dev.tempest.docs.model.MusicDb;
import dev.tempest.docs.model.MusicItem;
import dev.tempest.docs.model.PlaylistInfo;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DataModellingDocTest extends DocTest {
    @Test
    void storesWhatThePictureShows() {
        List<Map<String, AttributeValue>> rows =
                testDb.client().scan(scan -> scan.tableName("music_items")).items();
        Map<String, Map<String, String>> texts = new TreeMap<>();
        for (Map<String, AttributeValue> row : rows) {
            Map<String, String> text = new TreeMap<>();
            row.forEach((name, value) -> text.put(
                    name,
                    value.s() != null
                            ? value.s()
                            : value.n() != null ? value.n() : value.l().toString()));
            texts.put(text.remove("partition_key") + " " + text.remove("sort_key"), text);
        }

        assertThat(texts)
                .containsEntry(
                        "ALBUM_1 INFO_",
                        Map.of(
                                "album_title",
                                "Harbour Lights",
                                "artist_name",
                                "The Lanterns",
                                "release_date",
                                "2020-02-21",
                                "track_count",
                                "3"))
                .containsEntry("ALBUM_1 TRACK_1", Map.of("track_title", "Low Tide", "run_length", "207"))
                .containsKey("PLAYLIST_1 INFO_");
        assertThat(texts.get("PLAYLIST_1 INFO_"))
                .containsOnlyKeys("playlist_name", "playlist_tracks", "playlist_version");
    }

    @Test
    void meetsRowsOfBothTypesWithOnePrefix() {
        assertThatThrownBy(() -> table.albumInfo().load(new AlbumInfo.Key("PLAYLIST_1")))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessageContaining("it has no attribute track_count, which AlbumInfo.track_count (int) needs");
        assertThatThrownBy(() -> table.albumInfo().scan()).isInstanceOf(UnreadableItemException.class);

        ScanConfig config = ScanConfig.builder().skipUnreadableItems().build();
        List<AlbumInfo> albums = table.albumInfo().scan(config).contents();

        assertThat(albums).hasSize(2);
    }

    @Test
    void namesTablesByEnvironment() {
        DynamoDbEnhancedClient enhancedClient = testDb.enhancedClient();

        MusicDb staging = LogicalDb.create(
                MusicDb.class, enhancedClient, (rawItemType, declaredName) -> "staging_" + declaredName);

        assertThat(staging.music().tableName()).isEqualTo("staging_music_items");
    }

    @Test
    void givesTheRawItem() {
        Codec<AlbumInfo, MusicItem> codec = table.codec(AlbumInfo.class);
        MusicItem rawItem = codec.toDb(table.albumInfo().load(new AlbumInfo.Key("ALBUM_1")));

        assertThat(rawItem.getSort_key()).isEqualTo("INFO_");
        assertThat(codec.toApp(rawItem).album_title()).isEqualTo("Harbour Lights");
    }

    // doc: default method
    interface Library extends LogicalTable<MusicItem> {
        InlineView<AlbumInfo.Key, AlbumInfo> albumInfo();

        default boolean hasAlbum(String albumToken) {
            return albumInfo().load(new AlbumInfo.Key(albumToken)) != null;
        }
    }
    // doc: end

    @Test
    void opensATableThatNoMethodDeclares() {
        Library library = db.logicalTable("music_items", Library.class);

        assertThat(library.hasAlbum("ALBUM_1")).isTrue();
        assertThat(library.hasAlbum("ALBUM_9")).isFalse();
    }

    @Test
    void refusesAWrongModel() {
        assertThatThrownBy(() -> table.inlineView(PlaylistInfo.Key.class, AlbumInfo.class))
                .hasMessage(
                        "PlaylistInfo.Key.playlist_token is not a property of AlbumInfo. Name it as the item type does,"
                                + " or make it transient.");
    }

    @Nested
    class Ways {
        @RegisterExtension
        final TestDb testDb = TestDb.of(TestTable.create("notes", NoteItem.class));

        @Test
        void allowsClassesWithSetters() {
            NoteTable notes = testDb.logicalDb(NoteDb.class).notes();
            Draft draft = new Draft();
            draft.setNote_token("NOTE_1");
            draft.setText("Hello");
            notes.drafts().save(draft);

            Draft.Key key = new Draft.Key("NOTE_1");
            assertThat(notes.drafts().load(key).getText()).isEqualTo("Hello");
        }

        @Test
        void computesAndCopies() {
            NoteTable notes = testDb.logicalDb(NoteDb.class).notes();
            notes.notes().save(new Note("NOTE_1", "Ada", "Hello, world"));

            assertThat(testDb.client()
                            .scan(scan -> scan.tableName("notes"))
                            .items()
                            .get(0))
                    .containsOnly(
                            Map.entry("partition_key", AttributeValue.fromS("NOTE_1")),
                            Map.entry("note_token", AttributeValue.fromS("NOTE_1")),
                            Map.entry("sort_key", AttributeValue.fromS("NOTE_")),
                            Map.entry("author", AttributeValue.fromS("Ada")),
                            Map.entry("text", AttributeValue.fromS("Hello, world")),
                            Map.entry("first_letter", AttributeValue.fromS("H")));
            Note note = notes.notes().load(new Note.Key("NOTE_1"));
            assertThat(note.words).isEqualTo(2);
        }

        @Test
        void storesAsAnInterfaceSays() {
            NoteTable notes = testDb.logicalDb(NoteDb.class).notes();
            notes.letters().save(new Letter("NOTE_1", "1", "Ada", "Hello"));

            assertThat(testDb.client()
                            .scan(scan -> scan.tableName("notes"))
                            .items()
                            .get(0))
                    .containsEntry("author", AttributeValue.fromS("BY_Ada"));
            assertThat(notes.letters().load(new Letter.Key("NOTE_1", "1")).writer())
                    .isEqualTo("Ada");
        }

        @Test
        void leavesOutWhatIsEmpty() {
            NoteTable notes = testDb.logicalDb(NoteDb.class).notes();
            notes.tags().save(new Tag("NOTE_1", "red", null, null));

            assertThat(testDb.client()
                            .scan(scan -> scan.tableName("notes"))
                            .items()
                            .get(0))
                    .containsOnly(
                            Map.entry("partition_key", AttributeValue.fromS("NOTE_1")),
                            Map.entry("sort_key", AttributeValue.fromS("TAG_red")),
                            Map.entry("author", AttributeValue.fromS("BY_")));
            Tag tag = notes.tags().load(new Tag.Key("NOTE_1", "red"));
            assertThat(tag.author()).isEmpty();
            assertThat(tag.text()).isNull();
        }
    }

    @Nested
    class Places {
        @RegisterExtension
        final TestDb testDb = TestDb.of(TestTable.create("offices", OfficeItem.class));

        @Test
        void computesTheKeyOfAnIndex() {
            OfficeTable offices = testDb.logicalDb(OfficeDb.class).offices();
            List.of(1, 2, 3).forEach(number -> offices.offices().save(new Office("C", "EU", "Bern", number)));
            offices.offices().save(new Office("C", "EU", "Rome", 4));

            // doc: query parts
            List<Office> inBerne = offices.offices()
                    .queryAllContents(new BeginsWith<>(new Office.Key("C", "Bern")))
                    .toList();
            List<Office> fromTheSecond = offices.offices()
                    .queryAllContents(new GreaterThanOrEqualTo<>(new Office.Key("C", "Bern", 2)))
                    .toList();
            // doc: end
            assertThat(inBerne).extracting(Office::number).containsExactly(1, 2, 3);
            assertThat(fromTheSecond).extracting(Office::number).containsExactly(2, 3);

            BeginsWith<Office.ByPlace> inBern = new BeginsWith<>(new Office.ByPlace("EU", "Bern"));
            QueryConfig two = QueryConfig.builder().pageSize(2).build();
            Page<Office.ByPlace, Office> first = offices.byPlace().query(inBern, two);
            assertThat(first.offset().key().city()).isEqualTo("Bern");
            List<Office> found = new ArrayList<>(first.contents());
            found.addAll(offices.byPlace().query(inBern, two, first.offset()).contents());
            assertThat(found).extracting(Office::number).containsExactlyInAnyOrder(1, 2, 3);
        }
    }

    @DynamoDbBean
    public static class OfficeItem {
        private String partition_key;
        private String sort_key;
        private String region;
        private String city;
        private String region_city;
        private Integer number;

        @DynamoDbPartitionKey
        @DynamoDbSecondarySortKey(indexNames = "place_index")
        public String getPartition_key() {
            return partition_key;
        }

        public void setPartition_key(String partition_key) {
            this.partition_key = partition_key;
        }

        @DynamoDbSortKey
        public String getSort_key() {
            return sort_key;
        }

        public void setSort_key(String sort_key) {
            this.sort_key = sort_key;
        }

        public Integer getNumber() {
            return number;
        }

        public void setNumber(Integer number) {
            this.number = number;
        }

        public String getRegion() {
            return region;
        }

        public void setRegion(String region) {
            this.region = region;
        }

        public String getCity() {
            return city;
        }

        public void setCity(String city) {
            this.city = city;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = "place_index")
        public String getRegion_city() {
            return region_city;
        }

        public void setRegion_city(String region_city) {
            this.region_city = region_city;
        }
    }

    // doc: computed key
    @KeyTemplate(attribute = "sort_key", value = "OFFICE#{city}#{number:4}")
    @KeyTemplate(attribute = "region_city", value = "{region}#{city}")
    public record Office(@Attribute(name = "partition_key") String company, String region, String city, int number) {
        public record Key(String company, String city, Integer number) {
            public Key(String company, String city) {
                this(company, city, null);
            }
        }

        @ForIndex(name = "place_index")
        public record ByPlace(String region, String city, String company, Integer number) {
            public ByPlace(String region, String city) {
                this(region, city, null, null);
            }
        }
    }
    // doc: end

    public interface OfficeTable extends LogicalTable<OfficeItem> {
        InlineView<Office.Key, Office> offices();

        SecondaryIndex<Office.ByPlace, Office> byPlace();
    }

    public interface OfficeDb extends LogicalDb {
        @TableName("offices")
        OfficeTable offices();
    }

    @DynamoDbBean
    public static class NoteItem {
        private String partition_key;
        private String sort_key;
        private String note_token;
        private String author;
        private String text;
        private String first_letter;

        @DynamoDbPartitionKey
        public String getPartition_key() {
            return partition_key;
        }

        public void setPartition_key(String partition_key) {
            this.partition_key = partition_key;
        }

        @DynamoDbSortKey
        public String getSort_key() {
            return sort_key;
        }

        public void setSort_key(String sort_key) {
            this.sort_key = sort_key;
        }

        public String getNote_token() {
            return note_token;
        }

        public void setNote_token(String note_token) {
            this.note_token = note_token;
        }

        public String getAuthor() {
            return author;
        }

        public void setAuthor(String author) {
            this.author = author;
        }

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }

        public String getFirst_letter() {
            return first_letter;
        }

        public void setFirst_letter(String first_letter) {
            this.first_letter = first_letter;
        }
    }

    // doc: setters
    public static class Draft {
        @Attribute(name = "partition_key")
        private String note_token;

        @Attribute(prefix = "DRAFT_")
        public final String sort_key = "";

        private String text;

        public String getNote_token() {
            return note_token;
        }

        public void setNote_token(String note_token) {
            this.note_token = note_token;
        }

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }

        public record Key(String note_token) {
            public String sort_key() {
                return "";
            }
        }
    }
    // doc: end

    // doc: computed
    public static class Note {
        @Attribute(names = {"partition_key", "note_token"})
        public final String note_token;

        @Attribute(prefix = "NOTE_")
        public final String sort_key = "";

        public final String author;
        public final String text;
        public final transient int words;

        public Note(String note_token, String author, String text) {
            this.note_token = note_token;
            this.author = author;
            this.text = text;
            this.words = text.split(" ").length;
        }

        @Attribute(name = "first_letter")
        public String firstLetter() {
            return text.substring(0, 1);
        }

        public record Key(String note_token) {
            public String sort_key() {
                return "";
            }
        }
    }
    // doc: end

    // doc: empty
    public record Tag(
            @Attribute(name = "partition_key") String note_token,
            @Attribute(name = "sort_key", prefix = "TAG_") String name,
            @Attribute(prefix = "BY_") String author,
            @Attribute(prefix = "TEXT_", allowEmpty = true) String text) {
        public record Key(String note_token, String name) {}
    }
    // doc: end

    // doc: inherited
    public interface Authored {
        @Attribute(name = "author", prefix = "BY_")
        String writer();
    }
    // doc: end

    // doc: inheriting
    public record Letter(
            @Attribute(name = "partition_key") String note_token,

            @Attribute(name = "sort_key", prefix = "LETTER_")
            String number,

            String writer,
            String text)
            implements Authored {
        public record Key(String note_token, String number) {}
    }
    // doc: end

    public interface NoteTable extends LogicalTable<NoteItem> {
        InlineView<Draft.Key, Draft> drafts();

        InlineView<Note.Key, Note> notes();

        InlineView<Tag.Key, Tag> tags();

        InlineView<Letter.Key, Letter> letters();
    }

    public interface NoteDb extends LogicalDb {
        @TableName("notes")
        NoteTable notes();
    }
}
