/** Tests of Spring Boot applications on a DynamoDB inside the JVM. */
@NullMarked
package dev.tempest.spring.test;

import org.jspecify.annotations.NullMarked;
