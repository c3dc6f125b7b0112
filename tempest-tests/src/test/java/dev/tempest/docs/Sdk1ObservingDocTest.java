package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import dev.tempest.docs.ObservingDocTest.Counts;
import dev.tempest.docs.model.AlbumInfo;
import dev.tempest.docs.sdk1.MusicDb;
import dev.tempest.docs.sdk1.MusicItem;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.testing.sdk1.TestDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The listener of the page on observing, for a database of SDK 1.x. */
class Sdk1ObservingDocTest {
    @RegisterExtension
    final TestDb testDb = TestDb.builder().table(MusicItem.class).build();

    @Test
    void countsOutcomes() {
        DynamoDBMapper dynamoDbMapper = testDb.mapper();

        Counts listener = new Counts();
        MusicDb db = LogicalDb.builder(MusicDb.class)
                .dynamoDbMapper(dynamoDbMapper)
                .listener(listener)
                .build();

        assertThat(db.music().albumInfo().load(new AlbumInfo.Key("ALBUM_1"))).isNull();
        assertThat(listener.counts).containsEntry("GetItem DONE", 1).containsEntry("load DONE", 1);
    }
}
