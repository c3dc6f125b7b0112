package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.OperationListener;
import dev.tempest.docs.model.AlbumInfo;
import dev.tempest.docs.model.AsyncMusicDb;
import dev.tempest.docs.model.MusicDb;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.LogicalDb;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

class ObservingDocTest extends DocTest {
    static class Counts implements OperationListener {
        final Map<String, Integer> counts = new ConcurrentHashMap<>();

        @Override
        public Observer started(Operation operation) {
            return new Observer() {
                @Override
                public void received(Request request, Response response) {
                    count(request.name() + " " + response.outcome());
                }

                @Override
                public void ended(Outcome outcome, String error) {
                    count(operation.name() + " " + outcome);
                }
            };
        }

        private void count(String event) {
            counts.merge(event, 1, Integer::sum);
        }
    }

    @Test
    void countsOutcomes() {
        DynamoDbEnhancedClient enhancedClient = testDb.enhancedClient();

        Counts listener = new Counts();
        MusicDb musicDb = LogicalDb.builder(MusicDb.class)
                .enhancedClient(enhancedClient)
                .listener(listener)
                .build();

        musicDb.music().albumInfo().load(new AlbumInfo.Key("ALBUM_1"));
        assertThat(listener.counts).containsEntry("GetItem DONE", 1).containsEntry("load DONE", 1);
    }

    @Test
    void runsOnAnExecutor() {
        DynamoDbEnhancedAsyncClient enhancedAsyncClient = testDb.enhancedAsyncClient();
        ExecutorService executor = Executors.newCachedThreadPool();

        AsyncMusicDb asyncDb = AsyncLogicalDb.builder(AsyncMusicDb.class)
                .enhancedClient(enhancedAsyncClient)
                .executor(executor)
                .build();

        assertThat(asyncDb.music()
                        .albumInfo()
                        .loadAsync(new AlbumInfo.Key("ALBUM_1"))
                        .join())
                .isNotNull();
        executor.shutdown();
    }
}
