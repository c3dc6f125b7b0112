package dev.tempest;

import java.io.Serial;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An exception of this library: a request was sent, and its result is incomplete, unknown, or not what the model says. What
 * DynamoDB or the network reports is an exception of the AWS SDK. Wrong arguments and models are exceptions of the JDK.
 */
public abstract class TempestException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final @Nullable String tableName;
    private final transient Map<String, Object> key;

    /**
     * @param tableName see {@link #tableName()}
     * @param key see {@link #key()}
     */
    protected TempestException(
            String message, @Nullable String tableName, Map<String, Object> key, @Nullable Throwable cause) {
        super(message, cause);
        this.tableName = tableName;
        this.key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
    }

    /**
     * The name of the DynamoDB table. Null if the exception is about several tables, or about a value that a {@link Codec}
     * converted.
     */
    public @Nullable String tableName() {
        return tableName;
    }

    /**
     * The key attributes of the item as they are stored, with their prefixes, by attribute name: each is a {@link String}, a
     * {@link BigDecimal} or a read-only {@link ByteBuffer}. Empty if the exception is about several items.
     */
    public Map<String, Object> key() {
        return key;
    }
}
