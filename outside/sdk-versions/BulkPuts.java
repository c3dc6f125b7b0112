import dev.tempest.sdk2.items.BulkPut;
import dev.tempest.sdk2.items.BulkPutProgress;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BulkOperationDescription;
import software.amazon.awssdk.services.dynamodb.model.BulkOperationStatus;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Follows a bulk put by the classes that only the newest version of the SDK has. The server does not have the operation. */
public final class BulkPuts {
    public static void main(String[] arguments) throws Exception {
        Iterator<BulkOperationStatus> statuses =
                List.of(BulkOperationStatus.IN_PROGRESS, BulkOperationStatus.COMPLETED).iterator();
        BulkPutProgress end = BulkPut.following(arn -> BulkOperationDescription.builder()
                        .bulkOperationArn(arn)
                        .bulkOperationStatus(statuses.next())
                        .processedItemCount(7L)
                        .failedItemCount(1L)
                        .processedInputBytes(70L)
                        .totalInputBytes(80L)
                        .failureCode("code")
                        .failureMessage("message")
                        .build())
                .withInterval(Duration.ZERO)
                .await("arn:1");
        if (!end.equals(new BulkPutProgress("arn:1", "COMPLETED", 7, 1, 70, 80, "code", "message"))) {
            throw new AssertionError(end);
        }
        try (DynamoDbClient client = DynamoDbClient.builder()
                .endpointOverride(URI.create(arguments[0]))
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("unused", "unused")))
                .build()) {
            BulkPut.following(arn -> client.describeBulkOperation(request -> request.bulkOperationArn(arn))
                            .bulkOperationDescription())
                    .await("arn:1");
            throw new AssertionError("The server has the operation.");
        } catch (DynamoDbException e) {
            System.out.println("Bulk puts are followed; the server answers: "
                    + e.awsErrorDetails().errorCode());
        }
    }
}
