package dev.tempest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.internal.reflect.SourceCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the compiler lets callers write, without a warning, and what it does not. */
class CompiledExpressionsTest {
    private static final String MODEL = """
        import static dev.tempest.Attributes.allOf;
        import static dev.tempest.Attributes.anyOf;
        import static dev.tempest.Attributes.attr;
        import static dev.tempest.Attributes.changes;
        import static dev.tempest.Attributes.list;
        import static dev.tempest.Attributes.map;
        import static dev.tempest.Attributes.not;
        import static dev.tempest.Attributes.number;
        import static dev.tempest.Attributes.set;
        import static dev.tempest.Attributes.text;
        import dev.tempest.Attr;
        import dev.tempest.Change;
        import dev.tempest.Condition;
        import dev.tempest.ItemAttributes;
        import dev.tempest.MapAttr;
        import dev.tempest.NumberAttr;
        import java.util.List;
        import java.util.Map;
        import java.util.Set;
        import java.util.SortedSet;
        interface Named { String name(); }
        interface Kept<X> { X title(); }
        record City(String name) {}
        record Label(City city, String slogan) {}
        record Album(
                String name, String title, long plays, int count, Long version, boolean open, Set<String> tags,
                SortedSet<Integer> years, List<String> tracks, List<Label> labels, Label label, byte[] cover,
                Map<String, Long> counts, Map<Integer, Label> byYear, Map<String, List<Label>> nested)
                implements Named, Kept<String> {}
        class Info { public final String playlist_name = ""; public final Long version = 1L; public final int n = 1; }
        class Bean { public int getCount() { return 1; } public boolean isOpen() { return true; } }
        class Sub extends Bean {}
        interface View<I> extends ItemAttributes<I> {
            void save(I item, Condition<? super I> condition);
            void patch(Object key, Change<? super I> change);
        }
        class Use {
            void use(View<Album> albums, View<Info> infos, View<Sub> subs, Album album, Info info, Sub sub, String nothing) {
        """;

    private static final List<String> GOOD = List.of(
            "Attr<Album, Long> a = attr(Album::plays);",
            "Attr<Album, Integer> a = attr(Album::count);",
            "Attr<Album, Long> a = attr(Album::version);",
            "NumberAttr<Album, Integer> a = number(Album::count);",
            "Attr<Bean, Integer> a = attr(Bean::getCount);",
            "albums.save(album, attr(Album::title).eq(\"x\").and(attr(Named::name).eq(\"y\")).or(attr(Album::plays).gt(1L)));",
            "albums.save(album, attr(Album::title).eq(nothing));",
            "albums.save(album, attr(Album::title).eq(attr(Album::name)));",
            "albums.save(album, attr(Album::title).eq(text(Album::name)));",
            "albums.save(album, attr(Album::count).in(List.of(1, 2)).not());",
            "albums.save(album, attr(Album::plays).between(1L, 2L));",
            "albums.save(album, attr(Named::name).eq(\"x\"));",
            "albums.save(album, attr(Kept<String>::title).eq(\"x\"));",
            "albums.save(album, allOf(attr(Named::name).eq(\"x\"), attr(Album::title).eq(\"y\")));",
            "albums.save(album, not(anyOf(attr(Named::name).eq(\"x\"), attr(Album::open).eq(true))));",
            "albums.save(album, text(Album::title).beginsWith(\"x\").and(set(Album::tags).contains(\"t\")));",
            "albums.save(album, set(Album::years).contains(1987).and(list(Album::tracks).size().lt(5)));",
            "albums.save(album, attr((Album a) -> a.label().city()).exists());",
            "albums.save(album, text((Album a) -> a.label().city().name()).contains(\"x\"));",
            "albums.save(album, albums.attr(a -> a.title()).eq(\"x\"));",
            "albums.save(album, albums.attr(Album::title).eq(\"x\"));",
            "albums.save(album, albums.number(a -> a.plays()).ge(5L).and(albums.text(a -> a.title()).beginsWith(\"x\")));",
            "albums.save(album, albums.set(a -> a.tags()).contains(\"t\").or(albums.list(a -> a.tracks()).contains(\"t\")));",
            "albums.save(album, albums.attribute(\"title\", String.class).eq(\"x\"));",
            "infos.save(info, attr((Info p) -> p.playlist_name).eq(\"x\").and(number((Info p) -> p.version).ge(1L)));",
            "infos.save(info, attr((Info p) -> p.n).lt(5));",
            "infos.save(info, infos.attr(p -> p.playlist_name).eq(\"x\"));",
            "subs.save(sub, attr(Sub::isOpen).eq(true).and(attr(Bean::getCount).eq(5)));",
            "albums.patch(1, attr(Album::title).set(nothing));",
            "albums.patch(1, changes(attr(Album::title).set(\"x\"), number(Album::plays).add(1), attr(Named::name).remove()));",
            "albums.patch(1, set(Album::tags).addAll(Set.of(\"folk\")).and(list(Album::tracks).append(\"x\")));",
            "albums.patch(1, list(Album::tracks).set(0, \"x\").and(list(Album::tracks).remove(1)));",
            "albums.patch(1, attr(Album::version).setIfAbsent(1L).onlyIf(attr(Album::open).eq(true)).orCreate());");

    private static final List<String> GOOD_PATHS = List.of(
            "Attr<Album, String> a = list(Album::tracks).at(0);",
            "Attr<Album, Long> a = map(Album::counts).at(\"x\");",
            "Attr<Album, String> a = list(Album::labels).at(0).then(Label::slogan);",
            "MapAttr<Album, Integer, Label> a = map(Album::byYear);",
            "albums.save(album, list(Album::labels).at(0).then(l -> l.city().name()).eq(\"x\"));",
            "albums.save(album, list(Album::labels).at(0).then(Label::city).then(City::name).eq(\"x\"));",
            "albums.save(album, text(list(Album::tracks).at(0)).beginsWith(\"x\"));",
            "albums.save(album, text((Album a) -> a.labels().get(0).city().name()).beginsWith(\"x\"));",
            "albums.save(album, number(map(Album::counts).at(\"x\")).lt(5L));",
            "albums.save(album, list(map(Album::nested).at(\"x\")).at(0).then(Label::slogan).eq(\"y\"));",
            "albums.save(album, albums.map(a -> a.byYear()).at(1987).then(Label::slogan).exists());",
            "albums.save(album, albums.list(Album::labels).at(0).eq(list(Album::labels).at(1)));",
            "albums.patch(1, number(map(Album::counts).at(\"x\")).add(1));",
            "albums.patch(1, changes(map(Album::byYear).at(1).remove(), list(Album::tracks).at(0).set(\"x\")));",
            "albums.patch(1, list(map(Album::nested).at(\"x\")).append(new Label(null, \"s\")));",
            "albums.patch(1, text(albums.attribute(\"title\", String.class)).set(\"x\"));");

    private static final List<String> BAD_PATHS = List.of(
            "list(Album::tracks).at(0).eq(5);",
            "list(Album::tracks).at(\"x\");",
            "map(Album::counts).at(5);",
            "map(Album::byYear).at(\"x\");",
            "map(Album::counts).at(\"x\").eq(\"y\");",
            "map(Album::counts).at(\"x\").add(1);",
            "map(Album::tracks);",
            "list(Album::counts);",
            "list(Album::labels).at(0).then(City::name);",
            "list(Album::labels).at(0).then(Label::slogan).eq(5);",
            "number(list(Album::tracks).at(0));",
            "text(map(Album::counts).at(\"x\"));",
            "list(map(Album::counts).at(\"x\"));",
            "number(map(Album::counts).at(\"x\")).add(\"y\");",
            "attr(Album::labels).at(0);",
            "infos.save(info, list(Album::tracks).at(0).eq(\"x\"));",
            "subs.patch(1, map(Album::counts).at(\"x\").set(1L));");

    private static final List<String> BAD = List.of(
            // A value of another type.
            "attr(Album::title).eq(5);",
            "attr(Album::plays).eq(\"x\");",
            "attr(Album::plays).eq(5);",
            "attr(Album::title).ne(5);",
            "attr(Album::version).lt(\"x\");",
            "attr(Album::version).le(1.5);",
            "attr(Album::version).gt(\"x\");",
            "attr(Album::version).ge(\"x\");",
            "attr(Album::title).between(\"x\", 5);",
            "attr(Album::title).in(List.of(5));",
            "attr(Album::title).eq(attr(Album::plays));",
            "text(Album::title).beginsWith(5);",
            "text(Album::title).contains(5);",
            "set(Album::tags).contains(5);",
            "list(Album::tracks).contains(5);",
            "attr(Album::title).size().eq(\"x\");",
            "attr(Album::title).set(5);",
            "attr(Album::title).setIfAbsent(5);",
            "number(Album::plays).add(\"x\");",
            "set(Album::tags).addAll(Set.of(5));",
            "set(Album::years).removeAll(Set.of(\"x\"));",
            "list(Album::tracks).append(5);",
            "list(Album::tracks).prepend(5);",
            "list(Album::tracks).set(0, 5);",
            "albums.attr(a -> a.title()).eq(5);",
            "albums.attribute(\"title\", String.class).eq(5);",
            // An operator that the attribute does not have.
            "text(Album::count);",
            "number(Album::title);",
            "set(Album::tracks);",
            "list(Album::tags);",
            "attr(Album::plays).beginsWith(\"x\");",
            "number(Album::plays).beginsWith(\"x\");",
            "text(Album::title).add(1);",
            "attr(Album::title).append(\"x\");",
            // An attribute of another item type.
            "albums.save(album, attr((Info p) -> p.playlist_name).eq(\"x\"));",
            "albums.save(album, attr(Album::title).eq(\"x\").and(attr(Bean::isOpen).eq(true)));",
            "albums.save(album, allOf(attr(Album::title).eq(\"x\"), attr(Bean::isOpen).eq(true)));",
            "albums.patch(1, attr((Info p) -> p.playlist_name).set(\"x\"));",
            "albums.patch(1, changes(attr(Album::title).set(\"x\"), attr(Bean::getCount).set(1)));",
            "albums.patch(1, attr(Album::title).set(\"x\").onlyIf(attr(Bean::isOpen).eq(true)));",
            "subs.save(sub, attr(Album::title).eq(\"x\"));",
            "albums.attr(Bean::isOpen);");

    private static List<String> problems(List<String> statements, String... options) {
        StringBuilder source = new StringBuilder(MODEL);
        statements.forEach(
                statement -> source.append("{ ").append(statement).append(" }").append('\n'));
        return SourceCompiler.problems(source.append("}\n}\n").toString(), options);
    }

    @Test
    void whatCallersWriteCompilesWithoutAWarning() {
        assertThat(problems(GOOD, "-Xlint:all", "-proc:none", "-Xlint:-processing"))
                .isEmpty();
        assertThat(problems(GOOD_PATHS, "-Xlint:all", "-proc:none", "-Xlint:-processing"))
                .isEmpty();
    }

    @Test
    void whatIsOfAnotherTypeDoesNotCompile() {
        assertThat(compiled(BAD)).isEmpty();
    }

    @Test
    void aPathToAnotherTypeDoesNotCompile() {
        assertThat(compiled(BAD_PATHS)).isEmpty();
    }

    private static List<String> compiled(List<String> statements) {
        int before = (int) MODEL.lines().count();
        List<Integer> lines = new ArrayList<>();
        for (String problem : problems(statements, "-Xlint:none", "-proc:none", "-Xmaxerrs", "1000")) {
            lines.add(Integer.parseInt(problem.substring(0, problem.indexOf(':'))) - before - 1);
        }

        return IntStream.range(0, statements.size())
                .filter(i -> !lines.contains(i))
                .mapToObj(statements::get)
                .toList();
    }
}
