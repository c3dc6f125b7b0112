package dev.tempest.internal.reflect.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Attribute;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.TypeModel;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What computed properties are made of. Where it is not certain, it counts as unknown. */
class IngredientsTest {
    interface Named {
        String name();

        default String shout() {
            return name() + "!";
        }
    }

    record Item(String name, int points, long level) implements Named {
        private static final String KIND = "ITEM";

        @Attribute
        String constant() {
            return KIND;
        }

        @Attribute
        String field() {
            return "E#" + String.format("%08d", points);
        }

        @Attribute
        String throughMethods() {
            return rank() + level();
        }

        private String rank() {
            return points > 5 ? "high" : name;
        }

        @Attribute
        String inherited() {
            return shout();
        }

        @Attribute
        String chosen() {
            return switch (points) {
                case 1 -> "one";
                case 2 -> name;
                case 1_000 -> "many";
                default -> "else";
            };
        }

        @Attribute
        String escaping() {
            return describe(this);
        }

        @Attribute
        String captured() {
            Supplier<String> supplier = () -> name;
            return supplier.get();
        }

        @Attribute
        String ofAll() {
            return toString();
        }

        @Attribute
        String withArgument() {
            return times(2);
        }

        private String times(int factor) {
            return name + points * factor;
        }

        private static String describe(Item item) {
            return item.name + item.points;
        }
    }

    static final class Derived {
        private final String name;

        @Attribute
        private final String kind = "DERIVED";

        @Attribute
        private final String upper;

        Derived(String name) {
            this.name = name;
            this.upper = name.length() + name;
        }

        String name() {
            return name;
        }

        String kind() {
            return kind;
        }

        String upper() {
            return upper;
        }
    }

    private static @Nullable Set<String> of(Class<?> type, String computed) {
        List<Property> properties = TypeModel.ofItem(type).properties();
        Set<String> stored = properties.stream()
                .filter(property -> !property.isComputed())
                .map(Property::name)
                .collect(Collectors.toSet());
        Property property = properties.stream()
                .filter(each -> each.name().equals(computed))
                .findFirst()
                .orElseThrow();
        return Ingredients.of(property.accessor().member(), type, stored);
    }

    @Test
    void areNoneOfAConstant() {
        assertThat(of(Item.class, "constant")).isEmpty();
        assertThat(of(Derived.class, "kind")).isEmpty();
    }

    @Test
    void areTheFieldsThatAMethodReads() {
        assertThat(of(Item.class, "field")).containsExactly("points");
        assertThat(of(Item.class, "chosen")).containsExactlyInAnyOrder("points", "name");
    }

    @Test
    void areTheFieldsThatOtherMethodsRead() {
        assertThat(of(Item.class, "throughMethods")).containsExactlyInAnyOrder("points", "name", "level");
        assertThat(of(Item.class, "inherited")).containsExactly("name");
    }

    @Test
    void areUnknownWhereTheObjectGoesElsewhere() {
        assertThat(of(Item.class, "escaping")).isNull();
        assertThat(of(Item.class, "captured")).isNull();
        assertThat(of(Item.class, "ofAll")).isNull();
        assertThat(of(Item.class, "withArgument")).isNull();
        assertThat(of(Derived.class, "upper")).isNull();
    }
}
