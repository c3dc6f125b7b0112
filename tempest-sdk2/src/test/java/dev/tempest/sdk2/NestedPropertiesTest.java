package dev.tempest.sdk2;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.list;
import static dev.tempest.Attributes.map;
import static dev.tempest.Attributes.number;
import static dev.tempest.Attributes.set;
import static dev.tempest.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.Condition;
import dev.tempest.internal.expression.AttributePath;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.Clauses;
import dev.tempest.internal.model.ItemType;
import dev.tempest.sdk2.internal.schema.RawSchema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Conditions on properties of nested beans and immutable objects, and of raw items. */
class NestedPropertiesTest {
    @DynamoDbImmutable(builder = City.Builder.class)
    public static class City {
        private final @Nullable String name;
        private final @Nullable Integer people;

        City(Builder builder) {
            this.name = builder.name;
            this.people = builder.people;
        }

        public static Builder builder() {
            return new Builder();
        }

        @DynamoDbAttribute("n")
        public @Nullable String name() {
            return name;
        }

        public @Nullable Integer people() {
            return people;
        }

        public static class Builder {
            private @Nullable String name;
            private @Nullable Integer people;

            public Builder name(@Nullable String name) {
                this.name = name;
                return this;
            }

            public Builder people(@Nullable Integer people) {
                this.people = people;
                return this;
            }

            public City build() {
                return new City(this);
            }
        }
    }

    @DynamoDbBean
    public static class Label {
        private @Nullable City city;
        private @Nullable String slogan;
        private @Nullable Set<String> genres;
        private @Nullable Instant founded;

        public @Nullable City getCity() {
            return city;
        }

        public void setCity(@Nullable City city) {
            this.city = city;
        }

        @DynamoDbAttribute("words")
        public @Nullable String getSlogan() {
            return slogan;
        }

        public void setSlogan(@Nullable String slogan) {
            this.slogan = slogan;
        }

        public @Nullable Set<String> getGenres() {
            return genres;
        }

        public void setGenres(@Nullable Set<String> genres) {
            this.genres = genres;
        }

        public @Nullable Instant getFounded() {
            return founded;
        }

        public void setFounded(@Nullable Instant founded) {
            this.founded = founded;
        }
    }

    public record Price(long cents) {}

    public static class PriceConverter implements AttributeConverter<Price> {
        @Override
        public AttributeValue transformFrom(Price price) {
            return AttributeValue.fromN(Long.toString(price.cents()));
        }

        @Override
        public Price transformTo(AttributeValue value) {
            return new Price(Long.parseLong(value.n()));
        }

        @Override
        public EnhancedType<Price> type() {
            return EnhancedType.of(Price.class);
        }

        @Override
        public AttributeValueType attributeValueType() {
            return AttributeValueType.N;
        }
    }

    @DynamoDbBean
    public static class AlbumRow {
        private @Nullable String token;
        private @Nullable String part;
        private @Nullable Label label;
        private @Nullable List<Price> prices;
        private @Nullable Price price;
        private @Nullable Set<Integer> years;
        private @Nullable Map<String, String> notes;
        private @Nullable SdkBytes cover;

        @DynamoDbPartitionKey
        @DynamoDbAttribute("pk")
        public @Nullable String getToken() {
            return token;
        }

        public void setToken(@Nullable String token) {
            this.token = token;
        }

        @DynamoDbSortKey
        @DynamoDbAttribute("sk")
        public @Nullable String getPart() {
            return part;
        }

        public void setPart(@Nullable String part) {
            this.part = part;
        }

        public @Nullable Label getLabel() {
            return label;
        }

        public void setLabel(@Nullable Label label) {
            this.label = label;
        }

        @DynamoDbConvertedBy(PricesConverter.class)
        public @Nullable List<Price> getPrices() {
            return prices;
        }

        public void setPrices(@Nullable List<Price> prices) {
            this.prices = prices;
        }

        @DynamoDbConvertedBy(PriceConverter.class)
        public @Nullable Price getPrice() {
            return price;
        }

        public void setPrice(@Nullable Price price) {
            this.price = price;
        }

        public @Nullable Set<Integer> getYears() {
            return years;
        }

        public void setYears(@Nullable Set<Integer> years) {
            this.years = years;
        }

        public @Nullable Map<String, String> getNotes() {
            return notes;
        }

        public void setNotes(@Nullable Map<String, String> notes) {
            this.notes = notes;
        }

        public @Nullable SdkBytes getCover() {
            return cover;
        }

        public void setCover(@Nullable SdkBytes cover) {
            this.cover = cover;
        }
    }

    /** Stores a list in a form of its own: as one string. */
    public static class PricesConverter implements AttributeConverter<List<Price>> {
        @Override
        public AttributeValue transformFrom(List<Price> prices) {
            return AttributeValue.fromS(prices.toString());
        }

        @Override
        public List<Price> transformTo(AttributeValue value) {
            return List.of();
        }

        @Override
        public EnhancedType<List<Price>> type() {
            return EnhancedType.listOf(Price.class);
        }

        @Override
        public AttributeValueType attributeValueType() {
            return AttributeValueType.S;
        }
    }

    record Album(
            @Attribute(name = "pk") String token,
            @Attribute(name = "sk", prefix = "INFO_") String part,
            @Nullable Label label,
            @Nullable List<Price> prices,
            @Nullable Price price,
            @Nullable Set<Integer> years,
            @Nullable Map<String, String> notes,
            @Nullable SdkBytes cover) {}

    private static final RawSchema<AlbumRow> RAW = RawSchema.of(AlbumRow.class);
    private static final ItemType<Album, AttributeValue> ALBUMS = ItemType.of(Album.class, RAW.table());

    private static Clause<AttributeValue> clause(Condition<? super Album> condition) {
        return Clauses.of(condition, ALBUMS.properties());
    }

    private static Clause<AttributeValue> raw(Condition<? super AlbumRow> condition) {
        return Clauses.of(condition, RAW.properties());
    }

    private static AttributePath path(String attribute, String... nested) {
        return new AttributePath(attribute, List.of((Object[]) nested));
    }

    @SuppressWarnings("NullAway") // The expression is not called.
    @Test
    void aPathLeadsIntoNestedObjects() {
        assertThat(clause(text((Album a) -> a.label().getSlogan()).beginsWith("x")))
                .isEqualTo(new Clause.Call<>("begins_with", path("label", "words"), AttributeValue.fromS("x")));
        assertThat(clause(attr((Album a) -> a.label().getCity().name()).eq("x")))
                .isEqualTo(new Clause.Comparison<>(path("label", "city", "n"), "=", AttributeValue.fromS("x")));
        assertThat(clause(number((Album a) -> a.label().getCity().people()).ge(5)))
                .isEqualTo(new Clause.Comparison<>(path("label", "city", "people"), ">=", AttributeValue.fromN("5")));
        assertThat(clause(set((Album a) -> a.label().getGenres()).contains("x")))
                .isEqualTo(new Clause.Call<>("contains", path("label", "genres"), AttributeValue.fromS("x")));
        assertThat(clause(attr((Album a) -> a.label().getCity()).exists()))
                .isEqualTo(new Clause.Existence<>(path("label", "city"), true));
    }

    @Test
    void aNestedObjectIsComparedAsAWhole() {
        City city = City.builder().name("Athens").people(3).build();
        @SuppressWarnings("NullAway") // The expression is not called.
        Condition<Album> condition = attr((Album a) -> a.label().getCity()).eq(city);

        assertThat(clause(condition))
                .isEqualTo(new Clause.Comparison<>(
                        path("label", "city"),
                        "=",
                        AttributeValue.fromM(
                                Map.of("n", AttributeValue.fromS("Athens"), "people", AttributeValue.fromN("3")))));
    }

    @Test
    void valuesGoThroughTheConverterOfTheirAttribute() {
        assertThat(clause(attr(Album::price).lt(new Price(5))))
                .isEqualTo(new Clause.Comparison<>(path("price"), "<", AttributeValue.fromN("5")));
        assertThat(clause(set(Album::years).contains(1987)))
                .isEqualTo(new Clause.Call<>("contains", path("years"), AttributeValue.fromN("1987")));
        SdkBytes bytes = SdkBytes.fromUtf8String("x");
        assertThat(clause(attr(Album::cover).le(bytes)))
                .isEqualTo(new Clause.Comparison<>(path("cover"), "<=", AttributeValue.fromB(bytes)));
    }

    @SuppressWarnings("NullAway") // The expressions are not called.
    @Test
    void whatDynamoDbCannotLookIntoIsRefused() {
        refused(
                () -> clause(attr((Album a) -> a.price().cents()).eq(5L)),
                "Album.price is a NestedPropertiesTest.Price, whose properties cannot be named in an expression");
        refused(
                () -> clause(list(Album::prices).contains(new Price(1))),
                "Album.prices is not stored as a set or list");
        refused(
                () -> clause(attr((Album a) -> a.label().getFounded()).gt(Instant.EPOCH)),
                "Album.label.founded is an Instant, and its converter stores values whose order");
        refused(
                () -> clause(attr((Album a) -> a.label().getClass()).exists()),
                "NestedPropertiesTest.Label has no stored property getClass. It has city, founded, genres, slogan.");
        refused(() -> clause(attr(Album::notes).lt(Map.of())), "Album.notes is a Map<String, String>, so lt cannot");
        refused(
                () -> clause(attr(Album::years).eq(Set.of())),
                "Album.years cannot store the value, which is an empty set");
    }

    @Test
    void elementsOfWhatAConverterStoresInItsOwnFormCannotBeNamed() {
        refused(() -> clause(list(Album::prices).at(0).exists()), "Album.prices is not stored as a list");
        refused(() -> clause(map(Album::notes).at("").exists()), "Album.notes[*] has a key that is empty");
        assertThat(clause(map(Album::notes).at("en").eq("x")))
                .isEqualTo(new Clause.Comparison<>(
                        new AttributePath("notes", List.of(new AttributePath.Key("en"))),
                        "=",
                        AttributeValue.fromS("x")));
    }

    @SuppressWarnings("NullAway") // The expression is not called.
    @Test
    void rawItemsAreNamedByTheirGetters() {
        assertThat(raw(attr(AlbumRow::getToken).eq("x")))
                .isEqualTo(new Clause.Comparison<>(path("pk"), "=", AttributeValue.fromS("x")));
        assertThat(raw(attr((AlbumRow row) -> row.getLabel().getSlogan()).eq("x")))
                .isEqualTo(new Clause.Comparison<>(path("label", "words"), "=", AttributeValue.fromS("x")));
        assertThat(raw(RAW.properties()
                        .<AlbumRow, String>named("part", String.class)
                        .eq("x")))
                .isEqualTo(new Clause.Comparison<>(path("sk"), "=", AttributeValue.fromS("x")));
        refused(
                () -> RAW.properties().named("sk", String.class),
                "AlbumRow has no stored property sk. It has cover, label,");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }
}
