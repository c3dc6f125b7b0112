package dev.tempest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how an attribute, in most cases a key of the table or of an index, is made of several properties of an item type:
 *
 * <pre>{@code
 * @KeyTemplate(attribute = "gsi1_sk", value = "ORDER#{status}#{floor:4}#{created_at}")
 * }</pre>
 *
 * <p>Each placeholder names a property. A number needs a width, to which it is padded with zeros, so that the keys sort by
 * it. A property can be a String, a {@code byte}, {@code short}, {@code int}, {@code long} or {@code BigInteger}, a boolean, an
 * enum, a {@code UUID}, an {@code Instant} or {@code LocalDateTime} (stored with nine digits of a second), a {@code LocalDate},
 * {@code LocalTime}, {@code YearMonth} or {@code Year}. The attribute is a string, and no other property is stored in it.
 *
 * <p>The text before the first placeholder is the attribute's prefix: in the table's sort key, it distinguishes the item types.
 * The text after a placeholder must not occur in the property's value; such a value is an
 * {@code IllegalArgumentException} when the item is written.
 *
 * <p>If one of the properties is null, the item does not have the attribute, and so is not in an index of which it is a key.
 *
 * <p>A template without a placeholder is a constant: {@code @KeyTemplate(attribute = "sk", value = "PROFILE")} for a type of which a
 * partition has one item. The item and its key types have no property for it.
 *
 * <p>A key type has the properties, and not the attribute. In a query, those of the sort key can be null from the right: then
 * the query compares with the ones that are given, always as a whole. {@code north} does not find {@code northeast}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(KeyTemplates.class)
public @interface KeyTemplate {
    /** The attribute's name in the table. */
    String attribute();

    /** The template: text, and placeholders of the form <code>{property}</code> or <code>{property:width}</code>. */
    String value();

    /**
     * The properties of the template that are not stored in attributes of their own, and are read from this one. Conditions and
     * changes cannot name them.
     */
    String[] keyOnly() default {};
}
