package dev.tempest.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of an application's databases alone, on a DynamoDB inside the JVM. The tables are made from the model, and each test
 * starts with empty ones. Other components of the application are left out; {@code @Import} those that the test needs.
 *
 * <pre>{@code
 * @TempestTest
 * class MusicTableTest {
 *     @Autowired
 *     MusicTable music;
 *
 *     @Test
 *     void savesAnAlbum() { ... }
 * }
 * }</pre>
 *
 * <p>For a test of the whole application, use {@code @SpringBootTest} with {@link AutoConfigureEmbeddedDynamoDb}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(TempestTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(TempestTypeExcludeFilter.class)
@AutoConfigureEmbeddedDynamoDb
@ImportAutoConfiguration
public @interface TempestTest {
    /** Properties in the form {@code key=value} for the environment of the test. */
    String[] properties() default {};

    /** Whether customizers of database builders and table name resolvers are the only components of the application. */
    boolean useDefaultFilters() default true;

    /** Components of the application that are part of the test. */
    Filter[] includeFilters() default {};

    /** Components of the application that are no part of the test. */
    Filter[] excludeFilters() default {};

    /** Auto-configurations that are left out. */
    @AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
    Class<?>[] excludeAutoConfiguration() default {};
}
