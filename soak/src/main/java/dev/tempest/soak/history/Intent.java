package dev.tempest.soak.history;

import java.util.List;

/**
 * What an operation is about to do.
 *
 * @param operation the operation's number, which no other has
 * @param way by what it is done, for the report: the client, the type and the like
 * @param exact whether the library promises to tell the operation's own first try from another's write
 * @param transactional whether DynamoDB knows a second try of the same request
 */
public record Intent(int operation, Kind kind, String way, boolean exact, boolean transactional, List<Part> parts) {}
