package dev.tempest.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * Gives each access key id a DynamoDB Local of its own within one server.
 *
 * <p>DynamoDB Local could do this by itself, but never frees what an access key id has used: a database and four
 * threads, which a test run of thousands of tests cannot afford to keep.
 */
final class Namespaces extends Handler.Abstract {
    private static final Pattern ACCESS_KEY_ID = Pattern.compile("Credential=([A-Za-z0-9]+)/");
    private static final String UNSIGNED = "";
    private static final String DROPPED = """
            {"__type": "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException",
             "message": "The tables are gone: the test or connection that they belonged to has ended"}""";

    /**
     * Each new database makes DynamoDB Local fill anew, for the whole JVM, its table of the operations that it knows; a
     * request that comes meanwhile would be told that there is no such operation.
     */
    private static final ReadWriteLock OPERATIONS = new ReentrantReadWriteLock(true);

    private final Map<String, LocalDynamoDBServerHandler> databases = new ConcurrentHashMap<>();
    private final Set<String> dropped = ConcurrentHashMap.newKeySet();

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        LocalDynamoDBServerHandler database = database(accessKeyId(request));
        if (database == null) {
            response.setStatus(400);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/x-amz-json-1.0");
            Content.Sink.write(response, true, DROPPED, callback);
            return true;
        }
        OPERATIONS.readLock().lock();
        try {
            return database.handle(request, response, callback);
        } finally {
            OPERATIONS.readLock().unlock();
        }
    }

    private @Nullable LocalDynamoDBServerHandler database(String accessKeyId) {
        LocalDynamoDBServerHandler known = databases.get(accessKeyId);
        if (known != null) {
            return known;
        }
        OPERATIONS.writeLock().lock();
        try {
            // The check is made within the map's own lock on the key: a late request must not bring back what was
            // dropped.
            return databases.computeIfAbsent(accessKeyId, id -> dropped.contains(id) ? null : newDatabase());
        } finally {
            OPERATIONS.writeLock().unlock();
        }
    }

    void drop(String accessKeyId) {
        dropped.add(accessKeyId);
        LocalDynamoDBServerHandler database = databases.remove(accessKeyId);
        if (database != null) {
            database.close();
        }
    }

    void close() {
        List.copyOf(databases.keySet()).forEach(this::drop);
    }

    private static String accessKeyId(Request request) {
        String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        Matcher matcher = ACCESS_KEY_ID.matcher(authorization == null ? UNSIGNED : authorization);
        return matcher.find() ? matcher.group(1) : UNSIGNED;
    }

    private static LocalDynamoDBServerHandler newDatabase() {
        return new LocalDynamoDBServerHandler(new LocalDynamoDBRequestHandler(0, true, null, false, false), null);
    }
}
