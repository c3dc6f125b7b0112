package dev.tempest.docs.own;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.DatabaseReport;
import dev.tempest.docs.model.AlbumInfo;
import dev.tempest.docs.model.AlbumTrack;
import dev.tempest.docs.model.PlaylistInfo;
import dev.tempest.sdk2.DatabaseDefinition;
import dev.tempest.sdk2.DatabasePicture;
import dev.tempest.sdk2.TableDefinition;
import dev.tempest.testing.TestDb;
import dev.tempest.tests.definitions.CommittedPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** The code of the documentation about definitions and the picture. */
class PictureDocTest {
    @RegisterExtension
    final TestDb testDb = TestDb.builder().build();

    @Test
    void aPictureOfTheModel(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("music.html");

        DatabasePicture.of(MusicDb.class).writeTo(file);

        assertThat(file).content().startsWith("<!DOCTYPE html>").contains("music_items");
    }

    @Test
    void theDocumentationHasThePicture() {
        DatabasePicture picture = DatabasePicture.of(MusicDb.class)
                .withTitle("Music library")
                .withSamples(
                        new AlbumInfo("ALBUM_1", "Harbour Lights", "The Lanterns", LocalDate.of(2020, 2, 21), 3),
                        new AlbumTrack("ALBUM_1", "1", "Low Tide", Duration.ofSeconds(207)),
                        new AlbumTrack("ALBUM_1", "2", "Breakwater", Duration.ofSeconds(188)),
                        new AlbumTrack("ALBUM_1", "3", "Foghorn", Duration.ofSeconds(254)),
                        new AlbumInfo("ALBUM_2", "Night Ferry", "The Lanterns", LocalDate.of(2022, 9, 2), 1),
                        new AlbumTrack("ALBUM_2", "1", "Gangway", Duration.ofSeconds(221)),
                        new PlaylistInfo("PLAYLIST_1", "Night drive", List.of(new AlbumTrack.Key("ALBUM_1", "1"))));

        CommittedPage.of("docs/pictures/music-library.html").requireSame(picture.html());
    }

    @Test
    void oneRequestCreatesATable() {
        DynamoDbClient client = testDb.client();

        client.createTable(TableDefinition.of(MusicTable.class)
                .withStream(StreamViewType.NEW_AND_OLD_IMAGES)
                .createTableRequest("music_items"));

        assertThat(testDb.logicalDb(MusicDb.class).checkTables().isOk()).isTrue();
    }

    @Test
    void aDatabaseCreatesWhatItLacks() {
        MusicDb db = testDb.logicalDb(MusicDb.class);

        DatabaseReport report = db.createTables();

        assertThat(report.isOk()).isTrue();
    }

    @Test
    void aDefinitionThatIsChanged() {
        DatabaseDefinition definition = DatabaseDefinition.of(MusicDb.class)
                .with("music_items", table -> table.withStream(StreamViewType.KEYS_ONLY));

        assertThat(definition.cloudFormation()).contains("\"StreamViewType\": \"KEYS_ONLY\"");
    }

    @Test
    void aTemplateForCloudFormation(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("tables.json");

        Files.writeString(file, DatabaseDefinition.of(MusicDb.class).cloudFormation());

        assertThat(file).content().contains("AWS::DynamoDB::Table");
    }
}
