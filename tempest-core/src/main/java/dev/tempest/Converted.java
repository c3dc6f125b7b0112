package dev.tempest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores a property as a value of another type. It names no class of an AWS SDK, so that item types can be shared by programs of
 * both SDKs:
 *
 * <pre>{@code
 * public record Track(
 *         @Attribute(name = "album_token") String albumToken,
 *         @Converted(PriceInCents.class) BigDecimal price) {}
 * }</pre>
 *
 * <p>It may stand on a field, on an accessor method or on a record component, or on a class of your own: then it is for each
 * property of that class, also within a collection, an {@code Optional} or a map. One on the property comes first.
 *
 * <p>A property can be a key if the type that it is converted to can. It is ordered as that type is. In a
 * {@link KeyTemplate}, it is a placeholder like one of that type.
 *
 * <p>With a raw item type, the raw item's property has the type that is stored.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface Converted {
    /** The converter: a class with a constructor without parameters, or an {@code object} of Kotlin. */
    Class<? extends ValueConverter<?, ?>> value();
}
