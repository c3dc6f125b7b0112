import dev.tempest.testing.DynamoDbConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The database of the programs that run with other versions of the SDK, until its input ends. */
final class Server {
    private Server() {}

    public static void main(String[] arguments) throws IOException {
        try (DynamoDbConnection connection = DynamoDbConnection.embedded()) {
            connection.client().listTables();
            Path ready = Path.of(arguments[0]);
            Path written = Files.writeString(Path.of(arguments[0] + ".part"), connection.endpoint().toString());
            Files.move(written, ready);
            while (System.in.read() >= 0) {}
        }
    }
}
