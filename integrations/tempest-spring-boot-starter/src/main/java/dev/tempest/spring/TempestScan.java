package dev.tempest.spring;

import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.LogicalDb;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/**
 * Says which interfaces that extend {@link LogicalDb} or {@link AsyncLogicalDb} become beans. Put it on a configuration class.
 * Without it, they are looked for in the package of the {@code @SpringBootApplication} class and below it.
 *
 * <p>Without any attribute, they are looked for in the package of the annotated class. Several annotations add up.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Import(ScanTargets.Registrar.class)
public @interface TempestScan {
    /** Packages in which interfaces are looked for, and below which. */
    String[] basePackages() default {};

    /** Classes in whose packages interfaces are looked for. */
    Class<?>[] basePackageClasses() default {};

    /** Interfaces that become beans, wherever they are. With these alone, nothing is looked for. */
    Class<?>[] databases() default {};
}
