package dev.tempest.tests.conditions;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.list;
import static dev.tempest.Attributes.map;
import static dev.tempest.Attributes.not;
import static dev.tempest.Attributes.number;
import static dev.tempest.Attributes.set;
import static dev.tempest.Attributes.text;

import dev.tempest.Attr;
import dev.tempest.Condition;
import dev.tempest.Size;
import dev.tempest.TextAttr;
import dev.tempest.tests.conditions.Entries.Entry;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Conditions with all operators on all attributes, each with a predicate that says the same in plain Java. */
final class RandomConditions {
    static final List<String> ASCII = List.of("", "a", "ab", "b", "bc", "Z");

    /** The last two are in another order by their characters in UTF-16 than by their bytes. */
    static final List<String> TEXTS = List.of("", "a", "ab", "b", "bc", "Z", "é", "\uFFFD", "\uD83D\uDE00");

    static final List<String> TAGS = List.of("a", "b", "bc", "c");

    private static final List<Long> NUMBERS = List.of(-1L, 0L, 1L, 2L, 3L, 10L);

    private static final Text WORD = new Text(text(Entry::word), List.of("word"), "");
    private static final Text OTHER = new Text(text(Entry::other), List.of("other"), "");
    private static final Text OWNER = new Text(text(Entry::owner), List.of("owner"), "OWNER_");
    private static final Text CITY =
            new Text(text((Entry entry) -> entry.label().getCity()), List.of("label", "city"), "");

    private static final Text VERSE = new Text(text(list(Entry::verses).at(1)), List.of("verses", "1"), "");

    private static final Place<Long> COUNT = new Place<>(
            number(map(Entry::counts).at("a.b")), List.of("counts", "a.b"), NUMBERS, RandomConditions::stored);
    private static final Place<Long> PLAYS =
            new Place<>(number(Entry::plays), List.of("plays"), NUMBERS, RandomConditions::stored);
    private static final Place<Long> LIKES =
            new Place<>(number(Entry::likes), List.of("likes"), NUMBERS, RandomConditions::stored);
    private static final Place<Integer> FOUNDED = new Place<>(
            number((Entry entry) -> entry.label().getFounded()),
            List.of("label", "founded"),
            List.of(0, 1, 3),
            RandomConditions::stored);
    private static final Place<Boolean> OPEN =
            new Place<>(attr(Entry::open), List.of("open"), List.of(true, false), AttributeValue::fromBool);
    private static final Place<Set<String>> TAGGED = new Place<>(
            set(Entry::tags),
            List.of("tags"),
            List.of(Set.of("a"), Set.of("b", "a"), Set.of("bc", "c", "b")),
            tags -> AttributeValue.fromSs(List.copyOf(tags)));
    private static final Place<Set<Integer>> RATED = new Place<>(
            set(Entry::ratings),
            List.of("ratings"),
            List.of(Set.of(1), Set.of(3, 2)),
            ratings ->
                    AttributeValue.fromNs(ratings.stream().map(String::valueOf).toList()));
    private static final Place<List<String>> VERSES = new Place<>(
            list(Entry::verses),
            List.of("verses"),
            List.of(List.of("a"), List.of("a", "b"), List.of("b", "bc", "c")),
            verses -> AttributeValue.fromL(
                    verses.stream().map(AttributeValue::fromS).toList()));

    private final Random random;

    RandomConditions(long seed) {
        this.random = new Random(seed);
    }

    /** A condition, and which items meet it. */
    record Pair(Condition<Entry> condition, Predicate<Map<String, AttributeValue>> predicate) {}

    /** Where a value is, what it is compared with, and how that is stored. */
    private record Place<V>(
            Attr<Entry, V> attr, List<String> path, List<V> operands, Function<V, AttributeValue> stored) {
        StoredValue in(Map<String, AttributeValue> item) {
            return StoredValue.in(item, path);
        }

        Pair pair(Condition<Entry> condition, Predicate<StoredValue> predicate) {
            return new Pair(condition, item -> predicate.test(in(item)));
        }
    }

    private record Text(TextAttr<Entry> attr, Place<String> place, String prefix) {
        /** DynamoDB's documentation does not say in what it counts the size of text that is not in ASCII. */
        boolean hasKnownSize() {
            return !List.of("word", "other").contains(place.path().get(0));
        }

        Text(TextAttr<Entry> attr, List<String> path, String prefix) {
            this(attr, new Place<>(attr, path, TEXTS, text -> AttributeValue.fromS(prefix + text)), prefix);
        }
    }

    Pair next() {
        return tree(3);
    }

    private Pair tree(int height) {
        switch (height == 0 ? 3 : random.nextInt(6)) {
            case 0 -> {
                Pair one = tree(height - 1);
                Pair two = tree(height - 1);
                return new Pair(
                        one.condition().and(two.condition()), one.predicate().and(two.predicate()));
            }
            case 1 -> {
                Pair one = tree(height - 1);
                Pair two = tree(height - 1);
                return new Pair(
                        one.condition().or(two.condition()), one.predicate().or(two.predicate()));
            }
            case 2 -> {
                Pair one = tree(height - 1);
                return new Pair(not(one.condition()), one.predicate().negate());
            }
            default -> {
                return leaf();
            }
        }
    }

    private Pair leaf() {
        return switch (random.nextInt(14)) {
            case 0 -> onText(WORD, List.of(OTHER.place(), CITY.place()));
            case 1 -> onText(OTHER, List.of(CITY.place(), WORD.place()));
            case 2 -> onText(CITY, List.of(WORD.place(), OTHER.place()));
            case 3 -> onText(OWNER, List.of());
            case 4 -> onOrdered(PLAYS, List.of(LIKES));
            case 5 -> onOrdered(LIKES, List.of(PLAYS));
            case 6 -> onOrdered(FOUNDED, List.of());
            case 7 -> onAny(OPEN);
            case 11 -> onText(VERSE, List.of());
            case 12 -> onOrdered(COUNT, List.of());
            case 8 -> onAny(new Place<>(attr(Entry::label), List.of("label"), List.of(), label -> null));
            case 9 -> onCollection(TAGGED, tag -> set(Entry::tags).contains(tag), TAGS, AttributeValue::fromS);
            case 10 ->
                onCollection(
                        RATED,
                        rating -> set(Entry::ratings).contains(rating),
                        List.of(1, 2, 3),
                        RandomConditions::stored);
            default -> onCollection(VERSES, verse -> list(Entry::verses).contains(verse), TAGS, AttributeValue::fromS);
        };
    }

    private Pair onText(Text text, List<Place<String>> others) {
        Place<String> place = text.place();
        String part = one(TEXTS.subList(1, TEXTS.size()));
        return switch (random.nextInt(6)) {
            case 0 -> place.pair(text.attr().beginsWith(part), value -> value.beginsWith(text.prefix() + part));
            case 1 ->
                // A part is not looked for in the prefix: none of these is in it.
                text.prefix().contains(part)
                        ? onText(text, others)
                        : place.pair(text.attr().contains(part), value -> value.contains(AttributeValue.fromS(part)));
            case 2 -> text.hasKnownSize() ? onSize(place, text.prefix().length()) : onText(text, others);
            default -> onOrdered(place, others);
        };
    }

    private <E, V> Pair onCollection(
            Place<V> place,
            Function<E, Condition<Entry>> contains,
            List<E> elements,
            Function<E, AttributeValue> stored) {
        E element = one(elements);
        return switch (random.nextInt(3)) {
            case 0 -> place.pair(contains.apply(element), value -> value.contains(stored.apply(element)));
            case 1 -> onSize(place, 0);
            default -> onAny(place);
        };
    }

    /** @param prefix how much longer a stored value is */
    private Pair onSize(Place<?> place, int prefix) {
        Size<Entry> size = place.attr().size();
        int operand = random.nextInt(4);
        int stored = operand + prefix;
        return switch (random.nextInt(7)) {
            case 0 -> place.pair(size.eq(operand), value -> value.size() == stored);
            case 1 -> place.pair(size.ne(operand), value -> value.size() != stored);
            case 2 -> place.pair(size.lt(operand), value -> value.size() >= 0 && value.size() < stored);
            case 3 -> place.pair(size.le(operand), value -> value.size() >= 0 && value.size() <= stored);
            case 4 -> place.pair(size.gt(operand), value -> value.size() > stored);
            case 5 -> place.pair(size.ge(operand), value -> value.size() >= 0 && value.size() >= stored);
            default ->
                place.pair(
                        size.between(operand, operand + 1),
                        value -> value.size() >= stored && value.size() <= stored + 1);
        };
    }

    private <V> Pair onAny(Place<V> place) {
        V nothing = null;
        int operator = random.nextInt(place.operands().isEmpty() ? 4 : 8);
        return switch (operator) {
            case 0 -> place.pair(place.attr().exists(), StoredValue::exists);
            case 1 -> place.pair(place.attr().absent(), value -> !value.exists());
            case 2 -> place.pair(place.attr().eq(nothing), value -> !value.exists() || value.isNull());
            case 3 -> place.pair(place.attr().ne(nothing), value -> value.exists() && !value.isNull());
            default -> onEquality(place, operator % 3);
        };
    }

    private <V> Pair onEquality(Place<V> place, int operator) {
        V operand = one(place.operands());
        AttributeValue stored = place.stored().apply(operand);
        return switch (operator) {
            case 0 -> place.pair(place.attr().eq(operand), value -> value.equalTo(stored));
            case 1 -> place.pair(place.attr().ne(operand), value -> !value.equalTo(stored));
            default -> {
                V another = one(place.operands());
                yield place.pair(
                        place.attr().in(List.of(operand, another)),
                        value -> value.equalTo(stored)
                                || value.equalTo(place.stored().apply(another)));
            }
        };
    }

    private <V> Pair onOrdered(Place<V> place, List<Place<V>> others) {
        int operator = random.nextInt(others.isEmpty() ? 6 : 8);
        V operand = one(place.operands());
        AttributeValue stored = place.stored().apply(operand);
        return switch (operator) {
            case 0 -> place.pair(place.attr().lt(operand), value -> value.isInOrder(stored, sign -> sign < 0));
            case 1 -> place.pair(place.attr().le(operand), value -> value.isInOrder(stored, sign -> sign <= 0));
            case 2 -> place.pair(place.attr().gt(operand), value -> value.isInOrder(stored, sign -> sign > 0));
            case 3 -> place.pair(place.attr().ge(operand), value -> value.isInOrder(stored, sign -> sign >= 0));
            case 4 -> between(place, operand, one(place.operands()));
            case 5 -> onAny(place);
            default -> onTwo(place, one(others));
        };
    }

    private <V> Pair between(Place<V> place, V one, V other) {
        AttributeValue first = place.stored().apply(one);
        AttributeValue second = place.stored().apply(other);
        if (new StoredValue(first).isInOrder(second, sign -> sign > 0)) {
            return between(place, other, one);
        }
        return place.pair(
                place.attr().between(one, other),
                value -> value.isInOrder(first, sign -> sign >= 0) && value.isInOrder(second, sign -> sign <= 0));
    }

    private <V> Pair onTwo(Place<V> one, Place<V> two) {
        Attr<Entry, V> first = one.attr();
        Attr<Entry, V> second = two.attr();
        return switch (random.nextInt(6)) {
            case 0 -> pair(one, two, first.eq(second), (a, b) -> a.equalTo(b.value()));
            case 1 -> pair(one, two, first.ne(second), (a, b) -> !a.equalTo(b.value()));
            case 2 -> pair(one, two, first.lt(second), (a, b) -> a.isInOrder(b.value(), sign -> sign < 0));
            case 3 -> pair(one, two, first.le(second), (a, b) -> a.isInOrder(b.value(), sign -> sign <= 0));
            case 4 -> pair(one, two, first.gt(second), (a, b) -> a.isInOrder(b.value(), sign -> sign > 0));
            default -> pair(one, two, first.ge(second), (a, b) -> a.isInOrder(b.value(), sign -> sign >= 0));
        };
    }

    private static Pair pair(
            Place<?> one, Place<?> two, Condition<Entry> condition, BiPredicate<StoredValue, StoredValue> predicate) {
        return new Pair(condition, item -> predicate.test(one.in(item), two.in(item)));
    }

    private static AttributeValue stored(Number number) {
        return AttributeValue.fromN(number.toString());
    }

    private <E> E one(List<E> some) {
        return some.get(random.nextInt(some.size()));
    }
}
