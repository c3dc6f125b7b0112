/**
 * A DynamoDB to test against: an embedded server, clients for it or for any other endpoint, tables made from annotated
 * classes, a JUnit 5 extension that gives each test tables of its own, and a network that fails on request.
 *
 * <p>Start with {@link dev.tempest.testing.TestDb} in a JUnit 5 test, and with
 * {@link dev.tempest.testing.DynamoDbConnection} anywhere else.
 */
@NullMarked
package dev.tempest.testing;

import org.jspecify.annotations.NullMarked;
