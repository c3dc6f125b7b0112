package dev.tempest.testing.sdk1;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.model.ScanRequest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class ParallelTestsTest {
    @RegisterExtension
    static final TestDb DB = TestDb.of(TestTable.create(MusicItem.class));

    @RepeatedTest(10)
    void doNotMeet(AmazonDynamoDB client) {
        assertThat(client.scan(new ScanRequest("music_items")).getCount()).isZero();
        DB.mapper().save(MusicItem.of("album_1", "INFO_"));
        DB.mapper().save(MusicItem.of("album_2", "INFO_"));
        assertThat(client.scan(new ScanRequest("music_items")).getCount()).isEqualTo(2);
    }
}
