package dev.tempest.local.internal.json;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An error response. It carries no stack trace, as no defect caused it. */
public final class ServiceException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String DYNAMODB = "com.amazonaws.dynamodb.v20120810#";
    private static final String INTERNAL_ERROR = "InternalServerError";
    private static final String CORAL_SERVICE = "com.amazon.coral.service#";

    private final String type;
    private final transient Consumer<JsonWriter> details;
    private final boolean beforeTransaction;

    private ServiceException(
            String type, @Nullable String message, Consumer<JsonWriter> details, boolean beforeTransaction) {
        super(message, null, false, false);
        this.type = type;
        this.details = details;
        this.beforeTransaction = beforeTransaction;
    }

    private static ServiceException of(String type, @Nullable String message) {
        return new ServiceException(type, message, out -> {}, false);
    }

    public static ServiceException validation(String message) {
        return of("com.amazon.coral.validate#ValidationException", message);
    }

    /** A ValidationException that a transaction reports at once and not as the reason of its cancellation. */
    public static ServiceException validationOfRequest(String message) {
        return new ServiceException("com.amazon.coral.validate#ValidationException", message, out -> {}, true);
    }

    /** The form in which the service reports an invalid parameter. */
    public static ServiceException invalidParameter(String message) {
        return validation("One or more parameter values were invalid: " + message);
    }

    public static ServiceException serialization(@Nullable String message) {
        return of(CORAL_SERVICE + "SerializationException", message);
    }

    public static ServiceException unknownOperation() {
        return of(CORAL_SERVICE + "UnknownOperationException", null);
    }

    /** One of DynamoDB's own exceptions, such as {@code ResourceNotFoundException}. */
    public static ServiceException dynamoDb(String exception, String message) {
        return of(DYNAMODB + exception, message);
    }

    /** One of DynamoDB's own exceptions with more fields than a message. */
    public static ServiceException dynamoDb(String exception, String message, Consumer<JsonWriter> details) {
        return new ServiceException(DYNAMODB + exception, message, details, false);
    }

    /** What the service returns with status 500. */
    public static ServiceException unavailable(String message) {
        return of(DYNAMODB + INTERNAL_ERROR, message);
    }

    public static ServiceException tableNotFound() {
        return dynamoDb("ResourceNotFoundException", "Requested resource not found");
    }

    public boolean isBeforeTransaction() {
        return beforeTransaction;
    }

    public boolean isValidation() {
        return type.endsWith("#ValidationException");
    }

    /** Whether this is the given one of DynamoDB's own exceptions. */
    public boolean is(String exception) {
        return type.endsWith("#" + exception);
    }

    /** The HTTP status. */
    public int status() {
        return is(INTERNAL_ERROR) ? 500 : 400;
    }

    public String messageText() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    public void writeTo(JsonWriter out) {
        out.beginObject();
        out.field("__type", type);
        String message = getMessage();
        if (message != null) {
            out.field(type.startsWith(CORAL_SERVICE) ? "Message" : "message", message);
        }
        writeDetails(out);
        out.endObject();
    }

    /** Writes the fields beside the message. */
    public void writeDetails(JsonWriter out) {
        details.accept(out);
    }
}
