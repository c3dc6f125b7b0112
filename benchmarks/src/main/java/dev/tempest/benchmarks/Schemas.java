package dev.tempest.benchmarks;

import dev.tempest.sdk2.LogicalDb;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClientExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbExtensionContext;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.extensions.WriteModification;

/** Tempest's codec alone: an item type's schema, which extensions are shown on each write, is all but the codec itself. */
final class Schemas {
    private Schemas() {}

    /** @param write writes an item of the type */
    static <I> TableSchema<I> seenBy(Consumer<MusicDb> write) {
        return seenBy(MusicDb.class, write);
    }

    /** @param write writes an item of the type */
    @SuppressWarnings("unchecked") // The one schema that is seen is the one of the type that is written.
    static <D extends LogicalDb, I> TableSchema<I> seenBy(Class<D> dbType, Consumer<D> write) {
        AtomicReference<TableSchema<?>> seen = new AtomicReference<>();
        DynamoDbEnhancedClient client = DynamoDbEnhancedClient.builder()
                .dynamoDbClient(Clients.sync())
                .extensions(new DynamoDbEnhancedClientExtension() {
                    @Override
                    public WriteModification beforeWrite(DynamoDbExtensionContext.BeforeWrite context) {
                        seen.set(context.tableSchema());
                        return WriteModification.builder().build();
                    }
                })
                .build();
        write.accept(LogicalDb.create(dbType, client));
        TableSchema<?> schema = seen.get();
        if (schema == null) {
            throw new IllegalStateException("Nothing was written.");
        }
        return (TableSchema<I>) schema;
    }
}
