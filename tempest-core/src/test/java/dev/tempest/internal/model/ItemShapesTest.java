package dev.tempest.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.internal.reflect.SourceCompiler;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.internal.schema.PlainCodec;
import dev.tempest.internal.schema.PlainValues;
import dev.tempest.internal.schema.RawAttribute;
import dev.tempest.internal.schema.RawTable;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Item and key types of every shape, compiled in every way that decides what class files tell. */
class ItemShapesTest {
    private static final String IMPORTS = "import dev.tempest.Attribute;\nimport java.util.*;\n";

    /** A row is a map of property values here: no SDK is needed to show how types are read. */
    private static final RawTable<Object> TABLE = table();

    private static RawTable<Object> table() {
        AttributeCodec<Object> codec = PlainCodec.of(Object.class);
        Map<String, RawAttribute<Object>> attributes = new LinkedHashMap<>();
        for (String name : new String[] {"partition_key", "sort_key", "title", "copy"}) {
            attributes.put(name, new RawAttribute<>(name, String.class, codec));
        }
        attributes.put("live", new RawAttribute<>("live", Boolean.class, codec));
        attributes.put("year", new RawAttribute<>("year", Integer.class, codec));
        return new RawTable<>(
                Object.class,
                attributes,
                new KeySchema("partition_key", "sort_key"),
                Map.of("copies", new KeySchema("copy", null)),
                new PlainValues());
    }

    private static final Map<String, Object> ROW =
            Map.of("partition_key", "A", "sort_key", "I_", "title", "Streams", "year", 1999);

    private static ItemType<?, Object> item(String source, String... options) {
        return ItemType.of(compile(source, options).load("Item"), TABLE);
    }

    /** Compiles classes that see our annotations. */
    private static SourceCompiler.Loader compile(String source, String... options) {
        URL ours = Attribute.class.getProtectionDomain().getCodeSource().getLocation();
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("-classpath", Path.of(URI.create(ours.toString())).toString()));
        return SourceCompiler.compile(IMPORTS + source, all.toArray(new String[0]));
    }

    private static <T> Map<String, Object> roundTrip(ItemType<T, Object> type, Map<String, Object> row) {
        return type.encode(type.codec().decode(row));
    }

    private static @Nullable Object field(Object item, String name) {
        for (Class<?> c = item.getClass(); c != null; c = c.getSuperclass()) {
            try {
                Field field = c.getDeclaredField(name);
                field.setAccessible(true);
                return field.get(item);
            } catch (NoSuchFieldException e) {
                // Perhaps in the superclass.
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError(name);
    }

    /** With and without names, and with no debug information at all. */
    private static void assertReadsAndWrites(String source, Map<String, Object> row) {
        for (String[] options : new String[][] {{"-parameters"}, {"-g"}, {"-g:none"}, {"-g:none", "-parameters"}}) {
            assertThat(roundTrip(item(source, options), row))
                    .as(String.join(" ", options))
                    .isEqualTo(row);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A record.
                """
                record Item(@Attribute(name = "partition_key") String token, @Attribute(prefix = "I_") String sort_key,
                    String title, int year) {}
                """,
                // A record with a computed property.
                """
                record Item(@Attribute(name = "partition_key") String token, String title, Integer year) {
                    @Attribute(prefix = "I_") public String sort_key() { return ""; }
                }
                """,
                // A record with a computed property of another name.
                """
                record Item(@Attribute(name = "partition_key") String token, String title, Integer year) {
                    @Attribute(name = "sort_key", prefix = "I_") String constant() { return ""; }
                }
                """,
                // A record that computes a component's value itself.
                """
                record Item(String partition_key, @Attribute(prefix = "I_") String sort_key, String title, int year) {
                    Item { sort_key = sort_key == null ? "" : sort_key; }
                    Item(String partition_key) { this(partition_key, "", "", 0); }
                }
                """,
                // Public final fields and a constant.
                """
                class Item {
                    @Attribute(name = "partition_key") public final String token;
                    public final String title;
                    public final Integer year;
                    @Attribute(prefix = "I_") public final String sort_key = "";
                    Item(String t, String other, Integer y) { token = t; title = other; year = y; }
                }
                """,
                // Private final fields, getters and several constructors.
                """
                class Item {
                    @Attribute(name = "partition_key") private final String token;
                    private final String title;
                    private final int year;
                    private final String key;
                    Item(String token) { this(token, "none", 0); }
                    Item(String token, String title, int year) { this(year, token, title, ""); }
                    private Item(int year, String token, String title, String key) {
                        this.token = token; this.title = title; this.year = year; this.key = key;
                    }
                    public String getToken() { return token; }
                    public String getTitle() { return title; }
                    public int getYear() { return year; }
                    @Attribute(name = "sort_key", prefix = "I_") public String getKey() { return key; }
                }
                """,
                // Fields and no constructor, setters for some.
                """
                class Item {
                    private String partition_key;
                    @Attribute(prefix = "I_") private String sort_key = "";
                    private String title;
                    private int year;
                    public void setTitle(String title) { this.title = title; }
                    public void setYear(int year) { this.year = year; }
                }
                """,
                // A constructor for some, setters for the rest.
                """
                class Item {
                    private final String partition_key;
                    @Attribute(prefix = "I_") private final String sort_key;
                    private String title;
                    private Integer year;
                    Item(String partition_key, String sort_key) {
                        this.partition_key = partition_key; this.sort_key = sort_key;
                    }
                }
                """,
                // Inherited fields.
                """
                class Base {
                    protected final String partition_key;
                    private final String title;
                    Base(String partition_key, String title) { this.partition_key = partition_key; this.title = title; }
                }
                class Item extends Base {
                    @Attribute(prefix = "I_") private final String sort_key = "";
                    private final int year;
                    Item(int year, String title, String partition_key) { super(partition_key, title); this.year = year; }
                }
                """,
                // An annotated method that a subclass overrides.
                """
                abstract class Base {
                    private final String partition_key;
                    Base(String partition_key) { this.partition_key = partition_key; }
                    @Attribute(prefix = "I_") public abstract String sort_key();
                    @Attribute(name = "title") String heading() { return ""; }
                }
                class Item extends Base {
                    private final int year;
                    Item(String partition_key, int year) { super(partition_key); this.year = year; }
                    @Override public String sort_key() { return ""; }
                    @Override String heading() { return "Streams"; }
                }
                """,
            })
    void areReadAndWritten(String source) {
        assertReadsAndWrites(source, ROW);
    }

    @Test
    void mayBeNestedAndPrivate() {
        String source = """
                class Outer {
                    private static class Item {
                        private final String partition_key;
                        @Attribute(prefix = "I_") private final String sort_key;
                        private Item(String partition_key, String sort_key) {
                            this.partition_key = partition_key; this.sort_key = sort_key;
                        }
                        private record Key(String partition_key, String sort_key) {}
                    }
                }
                """;
        SourceCompiler.Loader loader = compile(source);
        ItemType<?, Object> type = ItemType.of(loader.load("Outer$Item"), TABLE);
        Map<String, Object> row = Map.of("partition_key", "A", "sort_key", "I_1");

        assertThat(roundTrip(type, row)).isEqualTo(row);
        assertThat(roundTripKey(KeyType.of(loader.load("Outer$Item$Key"), type), row))
                .isEqualTo(row);
    }

    private static <K> Map<String, Object> roundTripKey(KeyType<K, Object> type, Map<String, Object> row) {
        return type.encode(type.codec().decode(row));
    }

    @Test
    void mayHaveKeysWithMethodsInPlaceOfFields() {
        String source = """
                class Item {
                    private final String partition_key;
                    @Attribute(prefix = "I_") private final String sort_key = "";
                    Item(String partition_key) { this.partition_key = partition_key; }
                }
                record Key(String partition_key) {
                    public String sort_key() { return ""; }
                    public String describe() { return ""; }
                }
                """;
        for (String option : new String[] {"-parameters", "-g:none"}) {
            SourceCompiler.Loader loader = compile(source, option);
            KeyType<?, Object> type = KeyType.of(loader.load("Key"), ItemType.of(loader.load("Item"), TABLE));
            Map<String, Object> row = Map.of("partition_key", "A", "sort_key", "I_");

            assertThat(roundTripKey(type, row)).isEqualTo(row);
        }
    }

    @Test
    void deriveTransientFieldsWhenTheyAreLoaded() {
        ItemType<?, Object> type = item("""
                class Item {
                    private final String partition_key;
                    @Attribute(prefix = "I_") private final String sort_key;
                    private final transient String both;
                    private final transient List<String> calls = new ArrayList<>();
                    Item(String partition_key, String sort_key) {
                        this.partition_key = partition_key; this.sort_key = sort_key;
                        this.both = partition_key + "/" + sort_key;
                    }
                }
                """);
        Object item = type.codec().decode(Map.of("partition_key", "A", "sort_key", "I_1"));

        assertThat(field(item, "both")).isEqualTo("A/1");
        assertThat(field(item, "calls")).isNotNull();
    }

    @Test
    void mayNameTheirBooleansAsBeansDo() {
        String source = """
                class Item {
                    private String partition_key;
                    @Attribute(prefix = "I_") private String sort_key;
                    private boolean live;
                    public boolean isLive() { return live; }
                    public void setLive(boolean live) { this.live = live; }
                }
                """;

        assertReadsAndWrites(source, Map.of("partition_key", "A", "sort_key", "I_", "live", true));
    }

    @Test
    void callTheirSetters() {
        ItemType<?, Object> type = item("""
                class Item {
                    private String partition_key;
                    @Attribute(prefix = "I_") private String sort_key;
                    private String title;
                    private transient int calls;
                    public void setTitle(String title) { this.title = title; calls++; }
                }
                """);
        Object item = type.codec().decode(Map.of("partition_key", "A", "sort_key", "I_1", "title", "Streams"));

        assertThat(field(item, "calls")).isEqualTo(1);
        assertThat(field(item, "title")).isEqualTo("Streams");
    }

    @Test
    void mayStoreAPropertyInSeveralAttributes() {
        ItemType<?, Object> type = item("""
                record Item(@Attribute(names = {"partition_key", "copy"}, prefix = "P_") String token,
                    @Attribute(prefix = "I_") String sort_key) {}
                """);

        assertThat(roundTrip(type, Map.of("partition_key", "P_A", "sort_key", "I_1", "copy", "stale")))
                .isEqualTo(Map.of("partition_key", "P_A", "sort_key", "I_1", "copy", "P_A"));
    }

    @Test
    void storeNullAsTheBarePrefixOrNotAtAll() {
        ItemType<?, Object> bare = item("""
                record Item(@Attribute(prefix = "P_") String partition_key, @Attribute(prefix = "I_") String sort_key,
                    @Attribute(prefix = "T_") String title) {}
                """);
        ItemType<?, Object> absent = item("""
                record Item(@Attribute(prefix = "P_") String partition_key, @Attribute(prefix = "I_") String sort_key,
                    @Attribute(prefix = "T_", allowEmpty = true) String title) {}
                """);
        Map<String, Object> without = Map.of("partition_key", "P_", "sort_key", "I_");
        Map<String, Object> empty = Map.of("partition_key", "P_", "sort_key", "I_", "title", "T_");

        assertThat(roundTrip(bare, without)).isEqualTo(empty);
        assertThat(roundTrip(absent, without)).isEqualTo(without);
        assertThat(roundTrip(absent, empty)).isEqualTo(empty);
    }

    @Test
    void recognizeRowsByThePrefixesOfTheTablesKey() {
        ItemType<?, Object> type = item("""
                record Item(@Attribute(prefix = "P_") String partition_key, @Attribute(prefix = "I_") String sort_key) {}
                """);

        assertThat(type.codec().recognizes(Map.of("partition_key", "P_A", "sort_key", "I_1")))
                .isTrue();
        assertThat(type.codec().recognizes(Map.of("partition_key", "P_A", "sort_key", "J_1")))
                .isFalse();
        assertThat(type.codec().recognizes(Map.of("partition_key", "Q_A", "sort_key", "I_1")))
                .isFalse();
        assertThat(type.codec().recognizes(Map.of("sort_key", "I_1"))).isFalse();
        assertThat(type.codec().decodeOrNull(Map.of("partition_key", "Q_A", "sort_key", "I_1")))
                .isNull();
    }

    @Test
    void refuseConstructorsThatNothingExplains() {
        String source = """
                class Item {
                    private final String partition_key;
                    @Attribute(prefix = "I_") private final String sort_key;
                    Item(String a, String b) { this.partition_key = a.trim(); this.sort_key = b.trim(); }
                }
                """;

        assertThatThrownBy(() -> item(source, "-g:none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Item has no usable constructor; (String, String): parameter 1 (java.lang.String) goes into"
                        + " partition_key, but not as it is; compile with -parameters, or make the class a record. Make it a"
                        + " record, or give it a constructor with a parameter for each field.");
    }
}
