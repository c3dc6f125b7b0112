package dev.tempest;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.list;
import static dev.tempest.Attributes.map;
import static dev.tempest.Attributes.number;
import static dev.tempest.Attributes.set;
import static dev.tempest.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.tempest.Clips.Bean;
import dev.tempest.Clips.Clip;
import dev.tempest.Clips.Titled;
import java.io.Serial;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A method reference or lambda expression names a property without being called. */
class AttributesTest {
    record Street(String name, int number) {}

    record Address(Street street, Box<String> code) {}

    record Box<X>(X value) {}

    record House(Address address, int floors, List<Street> streets, Map<String, List<Street>> byName) {
        String shown() {
            return address + " " + floors;
        }

        static String nameOf(House house) {
            return house.address().street().name();
        }

        String with(String suffix) {
            return address + suffix;
        }
    }

    @Test
    void aMethodReferenceNamesItsAccessor() {
        assertThat(attr(Clip::title)).hasToString("Clips.Clip.title");
        assertThat(attr(Clip::plays)).hasToString("Clips.Clip.plays");
        assertThat(attr(Clip::likes)).hasToString("Clips.Clip.likes");
        assertThat(attr(Bean::getSeconds)).hasToString("Clips.Bean.getSeconds");
        assertThat(attr(Titled::title)).hasToString("Clips.Titled.title");
        assertThat(text(Clip::title)).hasToString("Clips.Clip.title");
        assertThat(number(Clip::rating)).hasToString("Clips.Clip.rating");
        assertThat(set(Clip::tags)).hasToString("Clips.Clip.tags");
        assertThat(list(Clip::notes)).hasToString("Clips.Clip.notes");
    }

    @Test
    void aLambdaNamesAFieldOrAnAccessor() {
        assertThat(attr((Bean bean) -> bean.title)).hasToString("Clips.Bean.title");
        assertThat(text((Bean bean) -> bean.title)).hasToString("Clips.Bean.title");
        assertThat(attr((Bean bean) -> bean.isOpen())).hasToString("Clips.Bean.isOpen");
        assertThat(attr((Titled titled) -> titled.title())).hasToString("Clips.Titled.title");
        assertThat(number((Clip clip) -> clip.likes())).hasToString("Clips.Clip.likes");
    }

    @Test
    void aLambdaNamesAPath() {
        assertThat(attr((House house) -> house.address().street().name()))
                .hasToString("AttributesTest.House.address.street.name");
        assertThat(number((House house) -> house.address().street().number()))
                .hasToString("AttributesTest.House.address.street.number");
        assertThat(text((House house) -> house.address().code().value()))
                .hasToString("AttributesTest.House.address.code.value");
    }

    @Test
    void aConstantNamesAnElementOfAListOrAValueOfAMap() {
        assertThat(attr((House house) -> house.streets().get(0))).hasToString("AttributesTest.House.streets[0]");
        assertThat(text((House house) -> house.streets().get(5).name()))
                .hasToString("AttributesTest.House.streets[5].name");
        assertThat(number((House house) -> house.streets().get(127).number()))
                .hasToString("AttributesTest.House.streets[127].number");
        assertThat(attr((House house) -> house.streets().get(30_000)))
                .hasToString("AttributesTest.House.streets[30000]");
        assertThat(attr((House house) -> house.streets().get(100_000)))
                .hasToString("AttributesTest.House.streets[100000]");
        assertThat(list((House house) -> house.byName().get("north"))).hasToString("AttributesTest.House.byName[*]");
        assertThat(text((House house) -> house.byName().get("north").get(1).name()))
                .hasToString("AttributesTest.House.byName[*][1].name");
        assertThat(list((House house) -> house.byName().get("north")).eq(List.of()))
                .isEqualTo(map(House::byName).at("north").eq(List.of()))
                .isNotEqualTo(map(House::byName).at("south").eq(List.of()));
    }

    @Test
    void anIndexOrAKeyIsGivenToAnAttribute() {
        assertThat(list(House::streets).at(3)).hasToString("AttributesTest.House.streets[3]");
        assertThat(list(House::streets).at(3).then(Street::name)).hasToString("AttributesTest.House.streets[3].name");
        assertThat(list(map(House::byName).at("north")).at(1).then(Street::name).eq("x"))
                .isEqualTo(
                        text((House house) -> house.byName().get("north").get(1).name())
                                .eq("x"));
        assertThat(attr(House::address).then(address -> address.street().name()).eq("x"))
                .isEqualTo(
                        attr((House house) -> house.address().street().name()).eq("x"));
    }

    @Test
    void theExpressionIsNotCalled() {
        Getter<Clip, @Nullable String> getter = Clip::title;
        assertThat(attr(getter)).isSameAs(attr(getter));
    }

    @Test
    void onePlaceInTheProgramHasOneAttribute() {
        Supplier<Attr<Clip, ?>> place = () -> attr(Clip::title);
        assertThat(place.get()).isSameAs(place.get());
        Supplier<Attr<Clip, ?>> typed = () -> number(Clip::plays);
        assertThat(typed.get()).isSameAs(typed.get());
    }

    @Test
    void onceItIsKnownItCostsNoMemory() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Supplier<Object> place = () -> attr(Clip::title);
        Supplier<Object> path =
                () -> text((House house) -> house.address().street().name());
        Object[] found = new Object[2];
        for (int i = 0; i < 1_000; i++) {
            found[0] = place.get();
            found[1] = path.get();
        }

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1_000; i++) {
            found[0] = place.get();
            found[1] = path.get();
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        // What measures it may allocate a little itself; one small object each time would be 32,000 bytes.
        assertThat(allocated).isLessThan(1_000);
    }

    @Test
    void whateverElseItDoesIsRefused() {
        String captured = "x";
        refused(() -> attr((House house) -> house.floors() + 1), "does more than read a property");
        refused(() -> attr((House house) -> house.floors() > 1 ? house.floors() : 0), "does more than read a property");
        refused(() -> attr((House house) -> house.with(captured)), "uses a variable of its surroundings");
        refused(() -> attr((House house) -> house.with("x")), "does more than read a property");
        refused(() -> attr((House house) -> captured), "uses a variable of its surroundings");
        refused(() -> attr((House house) -> house), "reads no property");
        refused(() -> attr((House house) -> "x"), "does more than read a property");
        refused(() -> attr(House::nameOf), "calls nameOf, which is not an accessor");
        refused(() -> attr((House house) -> House.nameOf(house)), "calls nameOf, a static method");
        refused(() -> attr((House house) -> String.valueOf(house.floors())), "calls valueOf, a static method");
        int index = captured.length();
        refused(
                () -> attr((House house) -> house.streets().get(index)),
                "uses a variable of its surroundings (an index");
        refused(() -> attr((House house) -> house.streets().get(-1)), "does more than read a property");
        refused(() -> attr((House house) -> house.streets().get(house.floors())), "does more than read a property");
        refused(() -> attr((House house) -> house.byName().getOrDefault("x", List.of())), "does more than read");
        refused(() -> attr((House house) -> house.streets().subList(0, 1)), "does more than read a property");
        refused(() -> attr((House house) -> new Street("x", 1)), "does more than read a property");
    }

    private static void refused(Supplier<Object> expression, String reason) {
        assertThatThrownBy(expression::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("in AttributesTest names no attribute: it " + reason)
                .hasMessageContaining("attr(Album::title)");
    }

    @Test
    void anObjectThatIsNoLambdaIsRefused() {
        Getter<Clip, @Nullable String> getter = new Getter<>() {
            @Serial
            private static final long serialVersionUID = 1;

            @Override
            public @Nullable String apply(Clip clip) {
                return clip.title();
            }
        };

        assertThatThrownBy(() -> Attributes.attr(getter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a method reference or lambda expression")
                .hasMessageContaining("attr(Album::title)");
    }
}
