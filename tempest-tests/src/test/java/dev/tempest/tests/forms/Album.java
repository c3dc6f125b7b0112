package dev.tempest.tests.forms;

import dev.tempest.Attribute;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An item whose properties have the types that a programmer would give to them. */
@SuppressWarnings("ArrayRecordComponent") // An array is one of the forms.
public record Album(
        @Attribute(name = "partition_key") String token,
        @Attribute(name = "sort_key", prefix = "INFO_") String sort,
        Genre genre,
        Label label,
        List<Track> tracks,
        Map<UUID, BigDecimal> prices,
        Map<Genre, List<Label>> byGenre,
        Optional<String> subtitle,
        Payment payment,
        Node tree,
        int[] ratings,
        Set<String> tags,
        Set<Track> bonus) {
    public record Key(String token, String sort) {}

    public enum Genre {
        ROCK,
        POP
    }

    public record Label(
            String name, @Attribute(name = "town") String city, Box<Double> share) {}

    public record Box<T>(T content, List<T> more) {}

    public record Track(String title, Duration length) {}

    public sealed interface Payment {
        record Card(String number) implements Payment {}

        record Cash() implements Payment {}
    }

    public record Node(String name, List<Node> children, Node friend) {}

    static Album of(String token) {
        return new Album(token, "", null, null, null, null, null, Optional.empty(), null, null, null, null, null);
    }

    Album withGenre(Genre some) {
        return new Album(
                token, sort, some, label, tracks, prices, byGenre, subtitle, payment, tree, ratings, tags, bonus);
    }

    Album withLabel(Label some) {
        return new Album(
                token, sort, genre, some, tracks, prices, byGenre, subtitle, payment, tree, ratings, tags, bonus);
    }

    Album withTracks(List<Track> some) {
        return new Album(
                token, sort, genre, label, some, prices, byGenre, subtitle, payment, tree, ratings, tags, bonus);
    }

    Album withPrices(Map<UUID, BigDecimal> some) {
        return new Album(
                token, sort, genre, label, tracks, some, byGenre, subtitle, payment, tree, ratings, tags, bonus);
    }

    Album withByGenre(Map<Genre, List<Label>> some) {
        return new Album(
                token, sort, genre, label, tracks, prices, some, subtitle, payment, tree, ratings, tags, bonus);
    }

    Album withSubtitle(Optional<String> some) {
        return new Album(token, sort, genre, label, tracks, prices, byGenre, some, payment, tree, ratings, tags, bonus);
    }

    Album withPayment(Payment some) {
        return new Album(
                token, sort, genre, label, tracks, prices, byGenre, subtitle, some, tree, ratings, tags, bonus);
    }

    Album withTree(Node some) {
        return new Album(
                token, sort, genre, label, tracks, prices, byGenre, subtitle, payment, some, ratings, tags, bonus);
    }

    Album withTags(Set<String> some) {
        return new Album(
                token, sort, genre, label, tracks, prices, byGenre, subtitle, payment, tree, ratings, some, bonus);
    }
}
