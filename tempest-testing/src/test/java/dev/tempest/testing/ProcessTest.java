package dev.tempest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What the kit does to the process that it runs in, seen from outside. */
class ProcessTest {
    private static final TestTable TABLE = TestTable.create("music_items", MusicItem.class);

    @TempDir
    Path directory;

    @Test
    void aProgramThatClosesNothingEndsByItself() throws Exception {
        assertThat(ChildJvm.start(ClosesNothing.class, directory).output()).isEqualTo("end of main\n");
    }

    @Test
    void aServerLastsAsLongAsAnyThreadOfTheProgram() throws Exception {
        assertThat(ChildJvm.start(OutlivesMain.class, directory).output()).isEqualTo("[music_items]\n");
    }

    @Test
    void aServerHasNoThreadBeforeItListensAndNoneOnceItIsClosed() throws Exception {
        assertThat(ChildJvm.start(ClosesEverything.class, directory).output())
                .isEqualTo("in memory: []\nlistening: true\nclosed: []\n");
    }

    @Test
    void nothingIsWrittenToTheWorkingDirectoryOrPrinted() throws Exception {
        ChildJvm child = ChildJvm.start(UsesEverything.class, directory);

        assertThat(child.output()).isEmpty();
        assertThat(filesIn(child.workingDirectory())).isEmpty();
    }

    @Test
    void severalProcessesStartServersAtOnce() throws Exception {
        List<ChildJvm> children = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            children.add(ChildJvm.start(UsesTwoServers.class, Files.createDirectory(directory.resolve("child" + i))));
        }
        for (ChildJvm child : children) {
            assertThat(child.output()).isEqualTo("found only what it wrote\n");
        }
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.toList();
        }
    }

    static final class ClosesNothing {
        public static void main(String[] args) {
            DynamoDbConnection db = DynamoDbConnection.embedded();
            db.createTable(TABLE);
            db.asyncClient().listTables().join();
            LocalDynamoDb.start();
            System.out.println("end of main");
        }
    }

    static final class OutlivesMain {
        public static void main(String[] args) {
            DynamoDbConnection db = DynamoDbConnection.embedded();
            db.createTable(TABLE);
            new Thread(() -> listAfterMain(db)).start();
        }

        private static void listAfterMain(DynamoDbConnection db) {
            try {
                Thread.sleep(1_500);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            System.out.println(db.client().listTables().tableNames());
        }
    }

    static final class ClosesEverything {
        public static void main(String[] args) throws InterruptedException {
            // The SDK's own threads, which it keeps, are there before those of a server would be counted.
            try (DynamoDbConnection first = DynamoDbConnection.embedded()) {
                use(first);
            }
            Set<Thread> before = threads();
            LocalDynamoDb server = LocalDynamoDb.start();
            try (DynamoDbConnection db = DynamoDbConnection.embedded(server)) {
                use(db);
            }
            System.out.println("in memory: " + since(before));
            server.endpoint();
            System.out.println("listening: " + !since(before).isEmpty());
            server.close();
            for (Thread thread : since(before)) {
                thread.join(10_000);
            }
            System.out.println("closed: " + since(before));
        }

        private static void use(DynamoDbConnection db) {
            db.createTable(TABLE);
            db.asyncClient().listTables().join();
        }

        private static Set<Thread> since(Set<Thread> before) {
            Set<Thread> now = threads();
            now.removeAll(before);
            now.removeIf(thread -> thread.getName().startsWith("sdk-"));
            return now;
        }

        private static Set<Thread> threads() {
            return new HashSet<>(Thread.getAllStackTraces().keySet());
        }
    }

    static final class UsesEverything {
        public static void main(String[] args) {
            try (LocalDynamoDb server = LocalDynamoDb.start();
                    DynamoDbConnection db = DynamoDbConnection.embedded(server)) {
                db.createTable(TABLE);
                put(db.client(), "1");
                db.asyncClient()
                        .scan(request -> request.tableName("music_items"))
                        .join();
                db.streamsClient().listStreams();
                refuse(db.client());
            }
        }

        private static void refuse(DynamoDbClient client) {
            try {
                client.putItem(request -> request.tableName("music_items")
                        .item(album("1"))
                        .conditionExpression("attribute_not_exists(partitionKey)"));
            } catch (ConditionalCheckFailedException e) {
                return;
            }
            throw new AssertionError("the item was overwritten");
        }
    }

    static final class UsesTwoServers {
        public static void main(String[] args) {
            try (LocalDynamoDb one = LocalDynamoDb.start();
                    LocalDynamoDb two = LocalDynamoDb.start();
                    DynamoDbConnection toOne = DynamoDbConnection.to(one.endpoint());
                    DynamoDbConnection toTwo = DynamoDbConnection.to(two.endpoint())) {
                String process = Long.toString(ProcessHandle.current().pid());
                toOne.createTable(TABLE);
                toTwo.createTable(TABLE);
                put(toOne.client(), process + "_1");
                put(toTwo.client(), process + "_2");
                if (contents(toOne.client()).equals(List.of(album(process + "_1")))
                        && contents(toTwo.client()).equals(List.of(album(process + "_2")))) {
                    System.out.println("found only what it wrote");
                }
            }
        }

        private static List<Map<String, AttributeValue>> contents(DynamoDbClient client) {
            return client.scan(request -> request.tableName("music_items")).items();
        }
    }

    private static void put(DynamoDbClient client, String token) {
        client.putItem(request -> request.tableName("music_items").item(album(token)));
    }

    private static Map<String, AttributeValue> album(String token) {
        return Map.of("partitionKey", AttributeValue.fromS("album_" + token), "sortKey", AttributeValue.fromS("INFO_"));
    }
}
