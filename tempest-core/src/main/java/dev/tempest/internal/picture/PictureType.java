package dev.tempest.internal.picture;

import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.reflect.TypeModel;
import dev.tempest.internal.reflect.bytecode.Ingredients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An item type with its sample items.
 *
 * @param <V> the SDK's attribute value
 */
final class PictureType<V> {
    private static final int[] HUES = {212, 150, 32, 280, 355, 178, 92, 318, 52, 248};

    private final ItemType<?, V> type;
    private final List<PictureItem<V>> items = new ArrayList<>();
    private int hue;

    private PictureType(ItemType<?, V> type) {
        this.type = type;
    }

    /** @param given items of any types: those of this one are shown, or if there are none, one that is made up */
    static <T, V> PictureType<V> of(ItemType<T, V> type, List<?> given) {
        PictureType<V> shown = new PictureType<>(type);
        for (Object item : given) {
            if (type.type().isInstance(item)) {
                shown.items.add(
                        new PictureItem<>(shown, item, type.encode(type.type().cast(item))));
            }
        }
        if (shown.items.isEmpty()) {
            try {
                for (Class<?> each : type.classes()) {
                    T made = SampleValues.object(TypeModel.ofItem(each.asSubclass(type.type())));
                    shown.items.add(new PictureItem<>(shown, made, type.encode(made)));
                }
            } catch (RuntimeException e) {
                // Its constructor takes other values than those that can be made up: the page says so.
                shown.items.clear();
            }
        }
        return shown;
    }

    void setPlace(int place) {
        hue = HUES[place % HUES.length];
    }

    /** The colour of the type, for the style sheet. */
    String style() {
        return "--h:" + hue;
    }

    String name() {
        return type.type().getSimpleName();
    }

    ItemType<?, V> type() {
        return type;
    }

    /** None if no item could be made up. */
    List<PictureItem<V>> items() {
        return items;
    }

    /** How an attribute is made; null if the type does not store it. */
    @Nullable Template template(String attribute) {
        Binding<V> binding = type.bindingOfAttribute(attribute);
        return binding == null ? null : Template.of(binding, constant(binding, attribute));
    }

    /** What all items have in a computed attribute, if that is clear. */
    private @Nullable String constant(Binding<V> binding, String attribute) {
        if (!binding.property().isComputed() || binding.composition() != null || items.isEmpty()) {
            return null;
        }
        Map<String, V> row = items.get(0).row();
        V stored = row.get(attribute);
        String text = stored == null ? null : type.table().values().text(stored);
        boolean isPrefix = Objects.equals(text, binding.prefix());
        return isPrefix || isConstant(binding) ? text : null;
    }

    private boolean isConstant(Binding<V> binding) {
        Set<String> stored = type.codec().bindings().stream()
                .filter(other -> !other.property().isComputed())
                .map(other -> other.property().name())
                .collect(Collectors.toSet());
        Set<String> made = Ingredients.of(binding.property().accessor().member(), type.type(), stored);
        return made != null && made.isEmpty();
    }
}
