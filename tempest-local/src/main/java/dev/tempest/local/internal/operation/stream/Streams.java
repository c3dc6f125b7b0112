package dev.tempest.local.internal.operation.stream;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.stream.TableStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** What the operations on streams share. */
final class Streams {
    private static final Duration ITERATOR_VALID = Duration.ofMinutes(15);

    private Streams() {}

    /** The stream that a request names. */
    static TableStream find(Namespace namespace, JsonObject request) {
        String arn = request.string("StreamArn");
        Constraints constraints = new Constraints();
        constraints.notNull("streamArn", arn);
        constraints.check();
        return find(namespace, arn == null ? "" : arn);
    }

    private static TableStream find(Namespace namespace, String arn) {
        TableStream stream = namespace.stream(arn);
        if (stream == null) {
            throw ServiceException.dynamoDb(
                    "ResourceNotFoundException", "Requested resource not found: Stream: " + arn + " not found");
        }
        return stream;
    }

    /** A place in the shard of a stream, from which records can be read on for some minutes. */
    record ShardIterator(TableStream stream, long sequence) {
        String token(Instant now) {
            String text = stream.arn() + "|" + sequence + "|" + now.toEpochMilli();
            return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        static ShardIterator parse(Namespace namespace, String token) {
            String[] parts;
            long sequence;
            Instant made;
            try {
                parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("\\|", -1);
                sequence = Long.parseLong(parts[1]);
                made = Instant.ofEpochMilli(Long.parseLong(parts[2]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw ServiceException.validation("Invalid ShardIterator");
            }
            if (made.plus(ITERATOR_VALID).isBefore(namespace.settings().now())) {
                throw ServiceException.dynamoDb(
                        "ExpiredIteratorException",
                        "The shard iterator has expired. Shard iterators are valid for 15 minutes");
            }
            return new ShardIterator(find(namespace, parts[0]), sequence);
        }
    }
}
