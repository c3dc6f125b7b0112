package dev.tempest.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.UnreadableItemException;
import dev.tempest.internal.Rethrow;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.reflect.ItemFactory;
import dev.tempest.internal.reflect.MemberHandle;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.SourceCompiler;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.internal.schema.PlainCodec;
import dev.tempest.internal.schema.PlainValues;
import dev.tempest.internal.schema.RawAttribute;
import dev.tempest.internal.schema.RawTable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** There are three ways from a row into a constructor, to the same effect. */
class DirectReaderTest {
    private static final RawTable<Object> TABLE = table();

    private static RawTable<Object> table() {
        Map<String, RawAttribute<Object>> attributes = new LinkedHashMap<>();
        put(attributes, String.class, "id", "kind", "title", "note");
        put(attributes, long.class, "big");
        put(attributes, int.class, "small");
        put(attributes, double.class, "real");
        put(attributes, boolean.class, "flag");
        put(attributes, Long.class, "boxed");
        put(attributes, byte[].class, "bytes");
        put(attributes, Secret.class, "secret");
        IntStream.range(0, 300).forEach(i -> put(attributes, String.class, "a" + i));
        return new RawTable<>(Object.class, attributes, new KeySchema("id", "kind"), Map.of(), new PlainValues());
    }

    private static void put(Map<String, RawAttribute<Object>> attributes, Class<?> type, String... names) {
        for (String name : names) {
            attributes.put(name, new RawAttribute<>(name, type, PlainCodec.of(type)));
        }
    }

    private enum Secret {
        ONE
    }

    @SuppressWarnings("ArrayRecordComponent") // Arrays are read as well.
    private record All(
            String id,
            @Attribute(prefix = "KIND_") String kind,
            @Nullable String title,
            long big,
            int small,
            double real,
            boolean flag,
            @Nullable Long boxed,
            byte @Nullable [] bytes,
            @Nullable Secret secret) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof All that && toString().equals(that.toString());
        }

        @Override
        public int hashCode() {
            return toString().hashCode();
        }

        @Override
        public String toString() {
            return Arrays.asList(id, kind, title, big, small, real, flag, boxed, secret) + Arrays.toString(bytes);
        }
    }

    record Picky(String id, @Attribute(prefix = "KIND_") String kind, long big) {
        Picky {
            if (big < 0) {
                throw new IllegalArgumentException("big is " + big);
            }
        }
    }

    record Counted(String id, @Attribute(prefix = "KIND_") String kind, long big) {
        private static final AtomicInteger CALLS = new AtomicInteger();

        Counted {
            if (CALLS.incrementAndGet() > 0) {
                throw new IllegalArgumentException();
            }
        }
    }

    static class Late {
        private final String id;

        @Attribute(prefix = "KIND_")
        private final String kind;

        private @Nullable String note;

        @SuppressWarnings("UnusedMethod") // Found by its class.
        private Late(String id, String kind) throws Exception {
            if (id.equals("checked")) {
                throw new Exception("checked");
            }
            this.id = id;
            this.kind = kind;
        }

        void setNote(@Nullable String note) {
            this.note = note;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Late that
                    && Objects.equals(id, that.id)
                    && Objects.equals(kind, that.kind)
                    && Objects.equals(note, that.note);
        }

        @Override
        public int hashCode() {
            return Objects.hash(id, kind);
        }
    }

    private static final Map<String, Object> FULL = Map.of(
            "id",
            "a",
            "kind",
            "KIND_b",
            "title",
            "c",
            "big",
            1L << 40,
            "small",
            7,
            "real",
            0.5,
            "flag",
            true,
            "boxed",
            9L,
            "bytes",
            new byte[] {1},
            "secret",
            Secret.ONE);

    private static Map<String, Object> with(String name, @Nullable Object value) {
        Map<String, Object> row = new HashMap<>(FULL);
        row.put(name, value);
        return row;
    }

    private static Map<String, Object> without(String name) {
        Map<String, Object> row = new HashMap<>(FULL);
        row.remove(name);
        return row;
    }

    static Stream<Arguments> rows() {
        return Stream.of(All.class, Picky.class, Late.class)
                .flatMap(type -> Stream.of(
                                FULL,
                                with("title", null),
                                without("title"),
                                with("title", PlainValues.NULL),
                                with("title", 5L),
                                without("id"),
                                with("id", PlainValues.NULL),
                                with("id", "checked"),
                                with("kind", "OTHER_b"),
                                with("kind", "KIND_"),
                                without("kind"),
                                without("big"),
                                with("big", PlainValues.NULL),
                                with("big", "much"),
                                with("big", -1L),
                                without("small"),
                                with("small", 1.5),
                                without("real"),
                                with("real", PlainValues.NULL),
                                without("flag"),
                                with("flag", "yes"),
                                without("boxed"),
                                with("boxed", PlainValues.NULL),
                                with("bytes", PlainValues.NULL),
                                without("secret"),
                                with("note", "late"),
                                with("unknown", "ignored"))
                        .map(row -> Arguments.of(type, row)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRowGivesTheSameByAClassByAHandleAndWithCare(Class<?> type, Map<String, Object> row) throws Exception {
        RowCodec<?, Object> codec = ItemType.of(type, TABLE).codec();
        ItemFactory<?> factory = factory(type, lookup(type));

        Object direct = read(ReaderClass.function(factory, readers(codec), PlainValues.NULL), row);
        Object byHandle = read(new DirectReader.ByHandle<>(factory.constructor().get(), readers(codec)), row);
        Object withCare = read(each -> withCare(factory, codec, each), row);

        assertThat(direct).isEqualTo(withCare);
        assertThat(byHandle).isEqualTo(withCare);
    }

    private static Object withCare(ItemFactory<?> factory, RowCodec<?, Object> codec, Map<String, Object> row) {
        @Nullable Object[] arguments = new @Nullable Object[factory.parameterCount()];
        for (Binding<Object> binding : constructed(codec)) {
            try {
                arguments[binding.property().parameter()] = binding.read(row);
            } catch (Unreadable e) {
                throw Rethrow.unchecked(e);
            }
        }
        return factory.make(arguments);
    }

    @Test
    void aConstructorThatThrowsIsCalledOnceForARow() {
        RowCodec<Counted, Object> codec = ItemType.of(Counted.class, TABLE).codec();

        for (int i = 1; i <= 3; i++) {
            assertThatThrownBy(() -> codec.decode(FULL))
                    .isInstanceOf(UnreadableItemException.class)
                    .hasMessageContaining("its constructor threw java.lang.IllegalArgumentException")
                    .hasCauseInstanceOf(IllegalArgumentException.class);
            assertThat(Counted.CALLS).hasValue(i);
        }
    }

    @Test
    void aRowThatDoesNotFitIsToldFromTheFirstReadOn() {
        RowCodec<Picky, Object> codec = ItemType.of(Picky.class, TABLE).codec();

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> codec.decode(with("big", -1L)))
                    .isInstanceOf(UnreadableItemException.class)
                    .hasMessageContaining("its constructor threw java.lang.IllegalArgumentException.");
            assertThatThrownBy(() -> codec.decode(with("big", "much")))
                    .isInstanceOf(UnreadableItemException.class)
                    .hasMessageContaining("its attribute big (String) does not fit DirectReaderTest.Picky.big (long)");
            assertThatThrownBy(() -> codec.decode(without("big")))
                    .isInstanceOf(UnreadableItemException.class)
                    .hasMessageContaining("it has no attribute big, which DirectReaderTest.Picky.big (long) needs");
            assertThat(codec.decode(FULL)).isEqualTo(new Picky("a", "b", 1L << 40));
        }
    }

    private static @Nullable Object read(Function<Map<String, Object>, ?> reader, Map<String, Object> row) {
        try {
            return reader.apply(row);
        } catch (Exception e) { // checked ones come as they are
            return null;
        }
    }

    private static Lookup lookup(Class<?> type) throws IllegalAccessException {
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Binding<Object>[] constructed(RowCodec<?, Object> codec) {
        return codec.bindings().stream()
                .filter(binding -> binding.property().parameter() != Property.NONE)
                .toArray(Binding[]::new);
    }

    @Test
    void aClassIsMadeWhereOursHasAllAccess() throws Exception {
        RowCodec<All, Object> codec = ItemType.of(All.class, TABLE).codec();
        Lookup lookup = lookup(All.class);

        assertThat(made(codec, lookup)).isTrue();
        assertThat(made(codec, lookup.dropLookupMode(Lookup.PRIVATE))).isFalse();
    }

    private static boolean made(RowCodec<?, Object> codec, Lookup lookup) {
        return ReaderClass.function(factory(codec.type(), lookup), readers(codec), PlainValues.NULL) != null;
    }

    private static ItemFactory<?> factory(Class<?> type, Lookup lookup) {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        return new ItemFactory<>(new MemberHandle(lookup, constructor), constructor.getParameterCount(), null);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static AttributeReader<Object>[] readers(RowCodec<?, Object> codec) {
        AttributeReader<Object>[] readers = new AttributeReader[constructed(codec).length];
        for (Binding<Object> binding : constructed(codec)) {
            readers[binding.property().parameter()] = binding.reader();
        }
        return readers;
    }

    @Test
    void aTypeOfManyAttributesIsReadToo() throws Exception {
        String parameters = String.join(
                ", ", IntStream.range(0, 200).mapToObj(i -> "String a" + i).toList());
        Class<?> type = SourceCompiler.compile(
                        "record Wide(String id, @dev.tempest.Attribute(prefix = \"WIDE_\") String kind, " + parameters
                                + ") {}",
                        "-parameters")
                .load("Wide");
        RowCodec<?, Object> codec = ItemType.of(type, TABLE).codec();
        Map<String, Object> row = new HashMap<>(Map.of("id", "a", "kind", "WIDE_b"));
        IntStream.range(0, 200).forEach(i -> row.put("a" + i, "value " + i));

        String read = codec.decode(row).toString();

        assertThat(read)
                .startsWith("Wide[id=a, kind=b, a0=value 0, a1=value 1,")
                .endsWith(", a199=value 199]");
    }
}
