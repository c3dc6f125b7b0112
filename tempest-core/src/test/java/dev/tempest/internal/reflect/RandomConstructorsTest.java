package dev.tempest.internal.reflect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.internal.reflect.ConstructorParameters.Mapped;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Constructors that nobody wrote to be read: random ones, and those of the JDK. */
class RandomConstructorsTest {

    private static final List<String> TYPES = List.of(
            "int",
            "long",
            "double",
            "boolean",
            "String",
            "String",
            "String",
            "Long",
            "byte[]",
            "java.util.List<String>");

    private static final int CLASSES = 300;

    /** A class {@code T<n>} with fields in a superclass, too, and one constructor that delegates to a shuffled other. */
    private record RandomClass(String source, List<String> fieldOfEachParameter) {

        static RandomClass make(String name, Random random) {
            int count = 1 + random.nextInt(9);
            List<String> types = Stream.generate(() -> TYPES.get(random.nextInt(TYPES.size())))
                    .limit(count)
                    .toList();
            int inherited = random.nextInt(count + 1);
            List<Integer> outer = shuffled(0, count, random);
            List<Integer> inner = shuffled(0, count, random);
            List<Integer> top = shuffled(0, inherited, random);
            String source = "class Top%s { %s Top%s(%s) { %s } }%n"
                    .formatted(name, declare(0, inherited, types), name, parameters(top, types), assign(top));
            source += "class %s extends Top%s { %s%n".formatted(name, name, declare(inherited, count, types));
            // The byte in front of the inner parameters makes its descriptor another one.
            source += "  %s(%s) { this((byte) 1%s); }%n"
                    .formatted(name, parameters(outer, types), ", " + arguments(inner));
            source += "  private %s(byte b, %s) { super(%s); %s } }%n"
                    .formatted(
                            name, parameters(inner, types), arguments(top), assign(shuffled(inherited, count, random)));
            return new RandomClass(
                    source, outer.stream().map(field -> "f" + field).toList());
        }

        private static List<Integer> shuffled(int from, int to, Random random) {
            List<Integer> numbers =
                    new ArrayList<>(IntStream.range(from, to).boxed().toList());
            Collections.shuffle(numbers, random);
            return numbers;
        }

        private static String declare(int from, int to, List<String> types) {
            return IntStream.range(from, to)
                    .mapToObj(i -> "private final " + types.get(i) + " f" + i + "; ")
                    .collect(Collectors.joining());
        }

        private static String parameters(List<Integer> order, List<String> types) {
            return order.stream().map(i -> types.get(i) + " p" + i).collect(Collectors.joining(", "));
        }

        private static String arguments(List<Integer> order) {
            return order.stream().map(i -> "p" + i).collect(Collectors.joining(", "));
        }

        private static String assign(List<Integer> order) {
            return order.stream().map(i -> "f" + i + " = p" + i + "; ").collect(Collectors.joining());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyParameterFindsItsFieldWithoutAnyName(long seed) {
        Random random = new Random(seed);
        Map<String, RandomClass> classes = new HashMap<>();
        for (int i = 0; i < CLASSES; i++) {
            classes.put("T" + i, RandomClass.make("T" + i, random));
        }
        String source = classes.values().stream().map(RandomClass::source).collect(Collectors.joining());
        SourceCompiler.Loader loader = SourceCompiler.compile(source, "-g:none");
        classes.forEach((name, expected) -> {
            Class<?> type = loader.load(name);
            Constructor<?> outer = Stream.of(type.getDeclaredConstructors())
                    .filter(constructor -> constructor.getParameterCount()
                            == expected.fieldOfEachParameter().size())
                    .findFirst()
                    .orElseThrow();
            assertThat(ConstructorParameters.of(outer, ConstructorParametersTest.fields(type)))
                    .as(expected.source())
                    .isEqualTo(new Mapped(expected.fieldOfEachParameter()));
        });
    }

    /** Whatever they do, reading them ends, without an exception, and never gives one field to two parameters. */
    @Test
    void constructorsOfTheJdk() throws IOException, ClassNotFoundException {
        Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
        List<String> names;
        try (Stream<Path> files = Files.walk(root.resolve("java"))) {
            names = files.map(file -> root.relativize(file).toString().replace('/', '.'))
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .toList();
        }
        assertThat(names).hasSizeGreaterThan(1000);
        int mapped = 0;
        for (String name : names) {
            Class<?> type = Class.forName(name, false, null);
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (ConstructorParameters.of(constructor, ConstructorParametersTest.fields(type))
                        instanceof Mapped some) {
                    mapped++;
                    assertThat(some.fieldNames())
                            .as(constructor.toString())
                            .hasSize(constructor.getParameterCount())
                            .doesNotHaveDuplicates();
                }
            }
        }
        assertThat(mapped).isGreaterThan(1000);
    }
}
