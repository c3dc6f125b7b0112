/**
 * The test kit for the AWS SDK for Java 1.x: clients for an embedded DynamoDB or for any other endpoint, tables made from
 * classes with the mapper's annotations, a JUnit 5 extension and a JUnit 4 rule that give each test tables of its own.
 *
 * <p>Start with {@link dev.tempest.testing.sdk1.TestDb} in a JUnit 5 test, with
 * {@link dev.tempest.testing.sdk1.TestDbRule} in a JUnit 4 test, and with
 * {@link dev.tempest.testing.sdk1.DynamoDbConnection} anywhere else. Servers, and the network that fails, are those of
 * {@link dev.tempest.testing}.
 */
@NullMarked
package dev.tempest.testing.sdk1;

import org.jspecify.annotations.NullMarked;
