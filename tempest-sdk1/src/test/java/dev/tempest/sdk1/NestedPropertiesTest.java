package dev.tempest.sdk1;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.set;
import static dev.tempest.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBClientBuilder;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBAttribute;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBDocument;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import dev.tempest.Attribute;
import dev.tempest.Condition;
import dev.tempest.internal.expression.AttributePath;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.Clauses;
import dev.tempest.internal.model.ItemType;
import dev.tempest.sdk1.internal.request.Connection;
import dev.tempest.sdk1.internal.schema.RawSchema;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Conditions on properties of nested documents, and of raw items. */
class NestedPropertiesTest {
    @DynamoDBDocument
    public static class City {
        private String name;

        @DynamoDBAttribute(attributeName = "n")
        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    @DynamoDBDocument
    public static class Label {
        private City city;
        private String slogan;

        public City getCity() {
            return city;
        }

        public void setCity(City city) {
            this.city = city;
        }

        public String getSlogan() {
            return slogan;
        }

        public void setSlogan(String slogan) {
            this.slogan = slogan;
        }
    }

    @DynamoDBTable(tableName = "albums")
    public static class AlbumRow {
        private String token;
        private Label label;
        private Set<String> tags;

        @DynamoDBHashKey(attributeName = "pk")
        public String getToken() {
            return token;
        }

        public void setToken(String token) {
            this.token = token;
        }

        public Label getLabel() {
            return label;
        }

        public void setLabel(Label label) {
            this.label = label;
        }

        public Set<String> getTags() {
            return tags;
        }

        public void setTags(Set<String> tags) {
            this.tags = tags;
        }
    }

    record Album(@Attribute(name = "pk", prefix = "ALBUM_") String token, Label label, Set<String> tags) {}

    // Nothing is sent.
    private static final AmazonDynamoDB CLIENT = AmazonDynamoDBClientBuilder.standard()
            .withRegion("us-east-1")
            .withCredentials(new AWSStaticCredentialsProvider(new BasicAWSCredentials("music", "secret")))
            .build();
    private static final RawSchema<AlbumRow> RAW =
            RawSchema.of(AlbumRow.class, Connection.of(CLIENT, null, null, null));
    private static final ItemType<Album, AttributeValue> ALBUMS = ItemType.of(Album.class, RAW.table());

    @AfterAll
    static void close() {
        CLIENT.shutdown();
    }

    private static Clause<AttributeValue> clause(Condition<? super Album> condition) {
        return Clauses.of(condition, ALBUMS.properties());
    }

    private static AttributePath path(String attribute, Object... nested) {
        return new AttributePath(attribute, List.of(nested));
    }

    @Test
    void aPathLeadsIntoNestedDocuments() {
        assertThat(clause(attr((Album a) -> a.label().getCity().getName()).eq("x")))
                .isEqualTo(new Clause.Comparison<>(path("label", "city", "n"), "=", new AttributeValue("x")));
        assertThat(clause(text((Album a) -> a.label().getSlogan()).beginsWith("x")))
                .isEqualTo(new Clause.Call<>("begins_with", path("label", "slogan"), new AttributeValue("x")));
        assertThatThrownBy(() -> clause(attr((Album a) -> a.label().hashCode()).eq(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "NestedPropertiesTest.Label has no stored property hashCode. It has city, slogan.");
    }

    @Test
    void valuesGoThroughTheConverterOfTheirAttribute() {
        assertThat(clause(attr(Album::token).eq("1")))
                .isEqualTo(new Clause.Comparison<>(path("pk"), "=", new AttributeValue("ALBUM_1")));
        assertThat(clause(set(Album::tags).contains("folk")))
                .isEqualTo(new Clause.Call<>("contains", path("tags"), new AttributeValue("folk")));
    }

    @Test
    void rawItemsAreNamedByTheirGetters() {
        Condition<AlbumRow> condition = attr(AlbumRow::getToken).eq("x");

        assertThat(Clauses.of(condition, RAW.properties()))
                .isEqualTo(new Clause.Comparison<>(path("pk"), "=", new AttributeValue("x")));
    }
}
