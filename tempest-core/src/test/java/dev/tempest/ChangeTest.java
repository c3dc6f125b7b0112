package dev.tempest;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.list;
import static dev.tempest.Attributes.number;
import static dev.tempest.Attributes.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Clips.Clip;
import dev.tempest.Clips.Titled;
import dev.tempest.internal.attr.Edit;
import dev.tempest.internal.attr.PropertyPath;
import dev.tempest.internal.expression.AttributePath;
import dev.tempest.internal.expression.ResolvedAttribute;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Changes as their makers wrote them. */
class ChangeTest {
    private static final PropertyPath TITLE = PropertyPath.of(Clip.class, "title");

    @Test
    void changesAreJoinedInTheirOrder() {
        Change<Clip> change = changes(
                attr(Clip::title).set("x"),
                number(Clip::plays).add(1),
                set(Clip::tags).addAll(Set.of("folk")),
                list(Clip::notes).append("n"));

        assertThat(Edit.of(change).steps())
                .containsExactly(
                        new Edit.Assign(TITLE, "x"),
                        new Edit.Add(PropertyPath.of(Clip.class, "plays"), 1),
                        new Edit.Elements(PropertyPath.of(Clip.class, "tags"), true, Set.of("folk")),
                        new Edit.Extension(PropertyPath.of(Clip.class, "notes"), true, "n"));
        assertThat(Edit.of(change).isOrCreate()).isFalse();
        assertThat(Edit.of(change).condition()).isNull();
    }

    @Test
    void conditionsAreJoined() {
        Change<Clip> change = attr(Clip::title)
                .set("x")
                .onlyIf(attr(Clip::open).eq(true))
                .and(attr(Clip::plays).set(1L).onlyIf(attr(Titled::title).exists()))
                .orCreate();

        Edit<Clip> edit = Edit.of(change);
        assertThat(edit.isOrCreate()).isTrue();
        assertThat(Objects.requireNonNull(edit.condition()))
                .hasToString("(Clips.Clip.open = ? AND attribute_exists(Clips.Titled.title))");
    }

    @Test
    void changesThatOverlapAreRefused() {
        refused(
                () -> changes(attr(Clip::title).set("x"), attr(Clip::title).remove()),
                "Two changes of Clips.Clip.title cannot be made in one request");
        refused(
                () -> list(Clip::notes).append("x").and(list(Clip::notes).set(0, "y")),
                "The changes of Clips.Clip.notes and of Clips.Clip.notes[0] overlap");
        assertThat(Edit.of(list(Clip::notes).set(1, "x").and(list(Clip::notes).remove(0)))
                        .steps())
                .hasSize(2);
        refused(() -> changes(), "changes needs a change");
    }

    @Test
    void wrongCallsAreRefused() {
        refused(() -> set(Clip::tags).addAll(Set.of()), "Clip.tags: addAll needs a value");
        refused(() -> list(Clip::notes).set(-1, "x"), "Clip.notes: the index of an element must be 0 or more, not -1");
    }

    @Test
    void valuesOfChangesAreStoredAsTheirPropertyStoresThem() {
        ResolvedAttribute<Object> genre = Clips.CLIPS.resolve(PropertyPath.of(Clip.class, "genre"));
        assertThat(genre.paths()).containsExactly(AttributePath.of("genre"), AttributePath.of("g1"));
        assertThat(genre.value("x")).isEqualTo("ROCK_x");
        assertThat(genre.valueOrNull(null)).isEqualTo("ROCK_");
        ResolvedAttribute<Object> notes = Clips.CLIPS.resolve(PropertyPath.of(Clip.class, "notes"));
        assertThat(notes.valueOrNull(null)).isNull();
        assertThat(notes.element("n")).isEqualTo("n");
        ResolvedAttribute<Object> tags = Clips.CLIPS.resolve(PropertyPath.of(Clip.class, "tags"));
        assertThat(tags.set(Set.of("a", "b"))).isEqualTo(Set.of("a", "b"));
        refused(() -> notes.set(Set.of("a")), "Clips.Clip.notes is not stored as a set");
        assertThat(Clips.CLIPS.resolve(PropertyPath.of(Clip.class, "part")).isTableKey())
                .isTrue();
        assertThat(Clips.CLIPS.resolve(PropertyPath.of(Clip.class, "version")).isVersion())
                .isTrue();
        assertThat(List.of(genre.isKey(), genre.isComputed(), genre.isVersion(), genre.isNested()))
                .containsOnly(false);
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }
}
