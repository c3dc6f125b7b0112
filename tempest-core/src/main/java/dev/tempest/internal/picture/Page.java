package dev.tempest.internal.picture;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.schema.Values;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The page: it needs no other file, and no script.
 *
 * @param <V> the SDK's attribute value
 */
public final class Page<V> {
    private final String title;
    private final List<Section<V>> sections = new ArrayList<>();
    private final Html html = new Html();

    /**
     * @param tables in their order on the page
     * @param samples items of any types of the tables
     * @param show an attribute value as people read it
     * @throws IllegalArgumentException if a sample is of no table, or cannot be stored
     */
    public Page(
            String title, List<PictureTable<V>> tables, List<?> samples, Values<V> values, Function<V, String> show) {
        this.title = title;
        for (Object sample : samples) {
            requireType(tables, sample);
        }
        for (PictureTable<V> table : tables) {
            sections.add(new Section<>(html, table, "t" + (sections.size() + 1), samples, values, show));
        }
    }

    private static void requireType(List<? extends PictureTable<?>> tables, Object sample) {
        if (tables.stream()
                .flatMap(table -> table.itemTypes().stream())
                .noneMatch(type -> type.type().isInstance(sample))) {
            throw new IllegalArgumentException("A sample is a " + ModelError.name(sample.getClass())
                    + ", which is not an item type of the database.");
        }
    }

    /**
     * The page as text.
     *
     * @param command what makes it again
     */
    public String html(String command) {
        html.open("html", "lang", "en");
        html.open("head").line();
        html.open("meta", "charset", "utf-8").end().line();
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .end()
                .line();
        html.open("meta", "name", "color-scheme", "content", "light dark").end().line();
        html.element("title", "", title + ": tables, items and access patterns").line();
        html.style(css());
        html.close().line().open("body").line();
        html.open("header").element("h1", "", title);
        html.element("p", "summary", summary());
        contents();
        html.close().line().open("main").line();
        sections.forEach(Section::write);
        html.close().line();
        html.open("footer").open("p").text("Made from the model, not from stored items. To make it again:");
        html.close().open("pre").element("code", "", command).close();
        html.close().line();
        return html.close().close().page();
    }

    private String summary() {
        int types = sections.stream().mapToInt(Section::typeCount).sum();
        int indexes = sections.stream().mapToInt(Section::indexCount).sum();
        int patterns = sections.stream().mapToInt(Section::patternCount).sum();
        return List.of(
                        count(sections.size(), "table"),
                        count(indexes, "secondary index", "secondary indexes"),
                        count(types, "item type"),
                        count(patterns, "access pattern"))
                .stream()
                .collect(Collectors.joining(" · "));
    }

    private static String count(int number, String one) {
        return count(number, one, one + "s");
    }

    private static String count(int number, String one, String several) {
        return String.format(Locale.ROOT, "%d %s", number, number == 1 ? one : several);
    }

    private void contents() {
        html.open("nav", "aria-label", "Contents").open("ul");
        sections.forEach(Section::writeLinks);
        html.close().close();
    }

    private static String css() {
        try (InputStream css = Page.class.getResourceAsStream("picture.css")) {
            if (css == null) {
                throw new IllegalStateException("picture.css is not beside " + Page.class);
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
