package dev.tempest.sdk2.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How stored items of a type become items of its current model. Each step is a pure function from one model version to the next:
 *
 * <pre>{@code
 * static final Migration<AlbumInfo> ALBUMS = Migration.of(AlbumInfo.class, "model")
 *     .step(1, Migration.rename("title", "album_title"))
 *     .step(2, item -> {
 *       item.put("artists", AttributeValue.fromL(List.of(item.remove("artist"))));
 *       return item;
 *     });
 * }</pre>
 *
 * <p>The version of the model is a number in an attribute of each item. It is written in the same conditional request as the
 * migrated item. An item without the attribute is at version 0. An item at {@link #version()} or above is left as it is, so each
 * item is migrated once, however often a migration is run.
 *
 * <p>Run it over a table with {@link dev.tempest.sdk2.LogicalDb#migrate}, and on each read of an older item with
 * {@link dev.tempest.sdk2.LogicalDbBuilder#migrateOnRead}. A step can be called several times for an item. It must depend on the item only, and must not have effects of its own.
 *
 * <p>Instances are immutable.
 *
 * @param <T> the item type, as it is now
 */
public final class Migration<T> {
    private final Class<T> type;
    private final String versionAttribute;
    private final List<Step> steps;

    /** One step of a migration. */
    public sealed interface Step {
        /** The model version of the items that the step makes. */
        int version();
    }

    /**
     * A step by the item's attributes.
     *
     * @param change gets the attributes in a map that it may change
     */
    public record AttributeStep(int version, UnaryOperator<Map<String, AttributeValue>> change) implements Step {}

    /**
     * A step from an older item type to a newer one.
     *
     * @param change makes the newer item
     * @param <A> the older item type
     * @param <B> the newer item type
     */
    public record TypedStep<A, B>(int version, Class<A> from, Class<B> into, Function<? super A, ? extends B> change)
            implements Step {}

    private Migration(Class<T> type, String versionAttribute, List<Step> steps) {
        this.type = type;
        this.versionAttribute = versionAttribute;
        this.steps = List.copyOf(steps);
    }

    /**
     * A migration without a step.
     *
     * @param type an item type of a view
     * @param versionAttribute the attribute that holds the version of the model, which serves nothing else
     */
    public static <T> Migration<T> of(Class<T> type, String versionAttribute) {
        Objects.requireNonNull(type, "type");
        if (versionAttribute.isEmpty()) {
            throw new IllegalArgumentException("The attribute of the model version has an empty name.");
        }
        return new Migration<>(type, versionAttribute, List.of());
    }

    /**
     * The same with one more step, by the item's attributes.
     *
     * @param version one more than that of the step before
     * @param change gets the stored attributes in a map that it may change, and returns those that are to be stored
     * @throws IllegalArgumentException if the version does not follow that of the step before
     */
    public Migration<T> step(int version, UnaryOperator<Map<String, AttributeValue>> change) {
        return with(new AttributeStep(version, Objects.requireNonNull(change, "change")));
    }

    /**
     * The same with one more step, from an older item type to a newer one. Attributes that neither of the two types has stay as
     * they are.
     *
     * @param version one more than that of the step before
     * @param from the older item type: a record or class as those of views, with the same key
     * @param into the newer item type
     * @throws IllegalArgumentException if the version does not follow that of the step before
     */
    public <A, B> Migration<T> step(
            int version, Class<A> from, Class<B> into, Function<? super A, ? extends B> change) {
        return with(new TypedStep<>(
                version,
                Objects.requireNonNull(from, "from"),
                Objects.requireNonNull(into, "into"),
                Objects.requireNonNull(change, "change")));
    }

    private Migration<T> with(Step step) {
        int least = steps.isEmpty() ? 1 : version() + 1;
        if (step.version() < least || (!steps.isEmpty() && step.version() > least)) {
            throw new IllegalArgumentException("The step to version " + step.version() + " must be one to version "
                    + least + (steps.isEmpty() ? " or higher." : ", which follows the step before."));
        }
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return new Migration<>(type, versionAttribute, all);
    }

    /** A change that gives an attribute another name. An item without the attribute stays as it is. */
    public static UnaryOperator<Map<String, AttributeValue>> rename(String from, String to) {
        return item -> {
            AttributeValue value = item.remove(from);
            if (value != null) {
                item.put(to, value);
            }
            return item;
        };
    }

    /** The item type. */
    public Class<T> type() {
        return type;
    }

    /** The attribute that holds the version of an item's model. */
    public String versionAttribute() {
        return versionAttribute;
    }

    /** The version of the current model: that of the last step, or 0 without a step. */
    public int version() {
        return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).version();
    }

    /** The steps in their order. If the first leads to a higher version than 1, older items cannot be migrated. */
    public List<Step> steps() {
        return steps;
    }

    @Override
    public String toString() {
        return "Migration[" + type.getSimpleName() + " to " + versionAttribute + " " + version() + "]";
    }
}
