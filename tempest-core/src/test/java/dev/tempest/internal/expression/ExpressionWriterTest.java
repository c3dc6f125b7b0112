package dev.tempest.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ExpressionWriterTest {
    private static final AttributePath TITLE = AttributePath.of("title");
    private static final AttributePath CITY = new AttributePath("label", List.of("address", 0, "city"));

    @Test
    void writesAConditionByPlaceholders() {
        Clause<String> clause = new Clause.All<>(List.of(
                new Clause.Comparison<>(TITLE, "=", "x"),
                new Clause.Any<>(List.of(
                        new Clause.Existence<>(CITY, false),
                        new Clause.Not<>(new Clause.Call<>("contains", TITLE, "y"))))));

        Rendered<String> rendered = Rendered.of(clause);

        assertThat(rendered.expression())
                .isEqualTo("#t0 = :t0 AND (attribute_not_exists(#t1.#t2[0].#t3) OR (NOT contains(#t0, :t1)))");
        assertThat(rendered.names()).isEqualTo(Map.of("#t0", "title", "#t1", "label", "#t2", "address", "#t3", "city"));
        assertThat(rendered.values()).isEqualTo(Map.of(":t0", "x", ":t1", "y"));
    }

    @Test
    void writesEveryOtherForm() {
        assertThat(text(new Clause.PathComparison<>(TITLE, "<", CITY))).isEqualTo("#t0 < #t1.#t2[0].#t3");
        assertThat(text(new Clause.SizeComparison<>(TITLE, ">=", "3"))).isEqualTo("size(#t0) >= :t0");
        assertThat(text(new Clause.Between<>(TITLE, false, "a", "b"))).isEqualTo("#t0 BETWEEN :t0 AND :t1");
        assertThat(text(new Clause.Between<>(TITLE, true, "1", "2"))).isEqualTo("size(#t0) BETWEEN :t0 AND :t1");
        assertThat(text(new Clause.In<>(TITLE, List.of("a", "b")))).isEqualTo("#t0 IN (:t0, :t1)");
        assertThat(text(new Clause.Text<>("a = :b", null, Map.of(":b", "1")))).isEqualTo("a = :b");
    }

    private static String text(Clause<String> clause) {
        return String.valueOf(Rendered.of(clause).expression());
    }

    @Test
    void keepsOutOfTheWayOfACallersPlaceholders() {
        Clause<String> callers = new Clause.Text<>("#t0 = :t0", Map.of("#t0", "theirs"), Map.of(":t0", "their value"));

        Rendered<String> rendered = Rendered.of(Clause.both(callers, new Clause.Comparison<>(TITLE, "=", "ours")));

        assertThat(rendered.expression()).isEqualTo("(#t0 = :t0) AND #tt0 = :tt1");
        assertThat(rendered.names()).isEqualTo(Map.of("#t0", "theirs", "#tt0", "title"));
        assertThat(rendered.values()).isEqualTo(Map.of(":t0", "their value", ":tt1", "ours"));
    }

    @Test
    void refusesTwoMeaningsOfOnePlaceholder() {
        Clause<String> one = new Clause.Text<>("a = :v", null, Map.of(":v", "1"));
        Clause<String> other = new Clause.Text<>("b = :v", null, Map.of(":v", "2"));

        assertThatThrownBy(() -> Rendered.of(Clause.both(one, other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use the placeholder :v for different things");
    }

    @Property(tries = 500)
    void noPlaceholderMeansTwoThings(@ForAll("placeholders") Set<String> words) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> values = new HashMap<>();
        StringBuilder text = new StringBuilder("a = b");
        for (String word : words) {
            names.put("#" + word, "their " + word);
            values.put(":" + word, "their " + word);
            text.append(" AND #").append(word).append(" = :").append(word);
        }
        Clause<String> callers = new Clause.Text<>(text.toString(), names, values);
        UpdateText<String> update = new UpdateText<>(ExpressionWriter.texts(callers));
        for (int i = 0; i < 5; i++) {
            update.set("ours" + i, "our value " + i);
        }
        update.require(callers);
        update.require(new Clause.Existence<>(AttributePath.of("ours0"), true));

        Map<String, String> allNames = update.names();
        Map<String, String> allValues = update.values();
        assertThat(allNames).containsAllEntriesOf(names).hasSize(names.size() + 5);
        assertThat(allValues).containsAllEntriesOf(values).hasSize(values.size() + 5);
        Set<String> used = new HashSet<>();
        Matcher matcher = Pattern.compile("[#:]\\w+").matcher(update.expression() + " " + update.condition());
        while (matcher.find()) {
            used.add(matcher.group());
        }
        Set<String> defined = new HashSet<>(allNames.keySet());
        defined.addAll(allValues.keySet());
        assertThat(used).isEqualTo(defined);
    }

    @Provide
    Arbitrary<Set<String>> placeholders() {
        return Arbitraries.of("t", "tt", "t0", "tt0", "ttt1", "tempest", "title", "v", "t_0", "T0", "ttttt")
                .set()
                .ofMaxSize(11);
    }
}
