package dev.tempest.local;

import java.util.Set;

/** The errors that the engine's operations are documented to fail with. */
public final class DocumentedErrors {
    public static final Set<String> TYPES = Set.of(
            "ValidationException",
            "SerializationException",
            "UnknownOperationException",
            "ResourceNotFoundException",
            "ResourceInUseException",
            "ConditionalCheckFailedException",
            "TransactionCanceledException",
            "IdempotentParameterMismatchException",
            "LimitExceededException",
            "ExpiredIteratorException",
            "TrimmedDataAccessException");

    private DocumentedErrors() {}
}
