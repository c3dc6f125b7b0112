package dev.tempest.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.SaveBehavior;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue;
import dev.tempest.sdk1.MusicDb.Album;
import dev.tempest.sdk1.MusicDb.MusicTable;
import dev.tempest.sdk1.MusicDb.Playlist;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SingleItemsTest {
    private static final Album ALBUM = new Album("A1", "Harbour Lights", "The Lanterns", "2020-02-21");

    @RegisterExtension
    final LocalMusic music = new LocalMusic();

    private MusicTable table;

    @BeforeEach
    void open() {
        table = music.db().music();
    }

    @Test
    void anItemIsLoadedAsItWasSaved() {
        table.albums().save(ALBUM);

        assertThat(table.albums().load(new Album.Key("A1"))).isEqualTo(ALBUM);
        assertThat(table.albums().load(new Album.Key("A2"))).isNull();
    }

    @Test
    void aSaveReplacesTheItemAndAMergeKeepsWhatItsTypeDoesNotMap() {
        table.albums().save(ALBUM);
        table.albums().save(new Album("A1", "Harbour Lights", null, null));

        assertThat(table.albums().load(new Album.Key("A1")).artist_name()).isNull();

        table.albums().merge(ALBUM);
        assertThat(table.albums().load(new Album.Key("A1"))).isEqualTo(ALBUM);
    }

    @Test
    void aConditionThatFailsNamesTheItem() {
        table.albums().save(ALBUM);
        DynamoDBSaveExpression isNew = new DynamoDBSaveExpression()
                .withExpectedEntry("partition_key", new ExpectedAttributeValue().withExists(false));
        DynamoDBSaveExpression isOfTheLanterns = new DynamoDBSaveExpression()
                .withExpectedEntry(
                        "artist_name", new ExpectedAttributeValue(new AttributeValue("The Lanterns")).withExists(true));

        assertThatThrownBy(() -> table.albums().save(ALBUM, isNew))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("Album {partition_key=A1, sort_key=INFO_} in table music");
        table.albums().save(ALBUM, isOfTheLanterns);
    }

    @Test
    void theMappersVersionIsCheckedAndMovedOn() {
        Playlist created = table.playlists().save(new Playlist("P1", "Night drive", null));
        Playlist renamed = table.playlists().save(new Playlist("P1", "Day drive", created.playlist_version()));

        assertThat(created.playlist_version()).isEqualTo(1);
        assertThat(renamed.playlist_version()).isEqualTo(2);
        assertThatThrownBy(() -> table.playlists().save(created)).isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> table.playlists().delete(created)).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(table.playlists().load(new Playlist.Key("P1"))).isEqualTo(renamed);
    }

    @Test
    void versionsAreNotCheckedWhereTheMapperClobbers() {
        Playlist created = table.playlists().save(new Playlist("P1", "Night drive", null));
        table.playlists().save(created);
        MusicTable clobbering = music.db(DynamoDBMapperConfig.builder()
                        .withSaveBehavior(SaveBehavior.CLOBBER)
                        .build())
                .music();

        clobbering.playlists().save(created);

        assertThat(table.playlists().load(new Playlist.Key("P1")).playlist_name())
                .isEqualTo("Night drive");
    }

    @Test
    void aDeleteReturnsWhatWasStored() {
        table.albums().save(ALBUM);

        assertThat(table.albums().deleteKey(new Album.Key("A1"))).isEqualTo(ALBUM);
        assertThat(table.albums().deleteKey(new Album.Key("A1"))).isNull();
        assertThat(table.albums().load(new Album.Key("A1"))).isNull();
    }
}
