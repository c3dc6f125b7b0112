package dev.tempest.testing.internal.faults;

/**
 * A request as it reaches the network.
 *
 * @param operation the operation's name, such as {@code PutItem}
 * @param number 1 for the first request of this operation, and so on
 * @param body the request in DynamoDB's JSON
 */
public record SentRequest(String operation, long number, String body) {}
