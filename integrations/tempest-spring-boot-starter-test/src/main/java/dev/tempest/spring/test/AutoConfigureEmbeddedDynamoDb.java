package dev.tempest.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Runs a Spring Boot test on a DynamoDB inside the JVM. Each application context has one of its own. The tables of the databases
 * are created before anything uses them.
 *
 * <p>Beans of the types {@code DynamoDbClient} and {@code DynamoDbAsyncClient} are replaced by clients of the embedded DynamoDB,
 * and added if there are none. Beans of the enhanced client's types are left as they are, so they must be made from those beans;
 * an enhanced client without such a bean is replaced. The bean {@link dev.tempest.testing.DynamoDbConnection} leads to the same
 * tables.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
public @interface AutoConfigureEmbeddedDynamoDb {
    /**
     * Whether each test method starts with empty tables. Tests that share an application context must then not run at the same
     * time. If false, what an application or a test has stored stays until the context is closed.
     */
    boolean emptyBeforeEach() default true;
}
