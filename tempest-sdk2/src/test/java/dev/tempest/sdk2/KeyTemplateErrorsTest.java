package dev.tempest.sdk2;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.KeyTemplate;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** A wrong template is refused when the view is made. */
class KeyTemplateErrorsTest {
    @DynamoDbBean
    public static class Row {
        private String pk;
        private String sk;
        private String index_pk;
        private String city;
        private Integer floor;
        private LocalDate day;
        private Duration length;

        @DynamoDbPartitionKey
        public String getPk() {
            return pk;
        }

        public void setPk(String pk) {
            this.pk = pk;
        }

        @DynamoDbSortKey
        public String getSk() {
            return sk;
        }

        public void setSk(String sk) {
            this.sk = sk;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = "index")
        public String getIndex_pk() {
            return index_pk;
        }

        public void setIndex_pk(String index_pk) {
            this.index_pk = index_pk;
        }

        public String getCity() {
            return city;
        }

        public void setCity(String city) {
            this.city = city;
        }

        public Integer getFloor() {
            return floor;
        }

        public void setFloor(Integer floor) {
            this.floor = floor;
        }

        public LocalDate getDay() {
            return day;
        }

        public void setDay(LocalDate day) {
            this.day = day;
        }

        public Duration getLength() {
            return length;
        }

        public void setLength(Duration length) {
            this.length = length;
        }
    }

    interface Rows extends LogicalTable<Row> {}

    record Key(String pk, String city) {}

    @KeyTemplate(attribute = "sk", value = "")
    record NoProperty(String pk, String city) {}

    @KeyTemplate(attribute = "sk", value = "CITY#{town}")
    record Misspelt(String pk, String city) {}

    @KeyTemplate(attribute = "sk", value = "CITY#{city}#{city}")
    record Twice(String pk, String city) {}

    @KeyTemplate(attribute = "sk", value = "CITY#{city")
    record Open(String pk, String city) {}

    @KeyTemplate(attribute = "sk", value = "CITY#city}")
    record Closed(String pk, String city) {}

    @KeyTemplate(attribute = "sk", value = "CITY#{city}{floor:3}")
    record NotSeparated(String pk, String city, Integer floor) {}

    @KeyTemplate(attribute = "sk", value = "CITY#{city}#{floor}")
    record NoWidth(String pk, String city, Integer floor) {}

    @KeyTemplate(attribute = "sk", value = "CITY#{city:4}")
    record Width(String pk, String city) {}

    @KeyTemplate(attribute = "sk", value = "CITY#{city}#{length}")
    record NoText(String pk, String city, Duration length) {}

    @KeyTemplate(attribute = "sk", value = "CITY#{day}-{city}")
    record Ambiguous(String pk, String city, LocalDate day) {}

    @KeyTemplate(attribute = "sort", value = "CITY#{city}")
    record NoAttribute(String pk, String city) {}

    @KeyTemplate(attribute = "sk", value = "CITY#{city}")
    @KeyTemplate(attribute = "floor", value = "{city}")
    record NoString(String pk, String city) {}

    @KeyTemplate(attribute = "sk", value = "CITY#{city}", keyOnly = "floor")
    record NotNamed(String pk, String city, Integer floor) {}

    @KeyTemplate(attribute = "sk", value = "CITY#{city}", keyOnly = "city")
    record StoredToo(String pk, @Attribute(name = "city") String city) {}

    @KeyTemplate(attribute = "sk", value = "CITY#{city}")
    @KeyTemplate(attribute = "sk", value = "TOWN#{city}")
    record TwoTemplates(String pk, String city) {}

    @KeyTemplate(attribute = "sk", value = "CITY#{city}")
    record SameAttribute(String pk, String city, String sk) {}

    @KeyTemplate(attribute = "sk", value = "CITY#{city}#{floor:3}")
    record Good(String pk, String city, Integer floor) {}

    @Test
    void aTemplateNamesPropertiesOfTheType() {
        assertRefused(
                NoProperty.class,
                "NoProperty has the @KeyTemplate \"\" of sk, which is empty. Write a constant, or put a property in braces, such as"
                        + " {pk}.");
        assertRefused(
                Misspelt.class,
                "Misspelt has the @KeyTemplate \"CITY#{town}\" of sk, which names town, which the type does not have."
                        + " Name one of pk, city.");
        assertRefused(
                Twice.class,
                "Twice has the @KeyTemplate \"CITY#{city}#{city}\" of sk, which names city twice. Name each property once.");
    }

    @Test
    void bracesAreForPlaceholders() {
        assertRefused(
                Open.class,
                "Open has the @KeyTemplate \"CITY#{city\" of sk, which has a { without a }. Close each placeholder.");
        assertRefused(
                Closed.class,
                "Closed has the @KeyTemplate \"CITY#city}\" of sk, which has a } without a {. Put placeholders in braces, and"
                        + " no other text.");
    }

    @Test
    void whereAPropertyEndsIsClear() {
        assertRefused(
                NotSeparated.class,
                "NotSeparated has the @KeyTemplate \"CITY#{city}{floor:3}\" of sk, which has no text between {city} and what"
                        + " comes next. Separate the two, for example by #.");
        assertRefused(
                Ambiguous.class,
                "Ambiguous has the @KeyTemplate \"CITY#{day}-{city}\" of sk, which separates day by -, which its values"
                        + " (LocalDate) contain. Choose another text, for example #.");
    }

    @Test
    void keysSortByTheirParts() {
        assertRefused(
                NoWidth.class,
                "NoWidth has the @KeyTemplate \"CITY#{city}#{floor}\" of sk, which has no width for floor, which is an Integer,"
                        + " so that 10 would come before 9. Write its greatest number of digits, such as {floor:6}.");
        assertRefused(
                Width.class,
                "Width has the @KeyTemplate \"CITY#{city:4}\" of sk, which has a width for city, which is a String. Remove the"
                        + " width: only numbers have one.");
        assertRefused(
                NoText.class,
                "NoText has the @KeyTemplate \"CITY#{city}#{length}\" of sk, which names length, but a key cannot be made of a"
                        + " Duration. Use a String, an integer, an enum, a UUID, an Instant or a local date or time.");
    }

    @Test
    void theAttributeIsAStringOfTheTable() {
        assertRefused(
                NoAttribute.class,
                "NoAttribute has a @KeyTemplate of sort, which KeyTemplateErrorsTest.Row does not have. Name one of its"
                        + " attributes: city, day, floor, index_pk, length, pk, sk.");
        assertRefused(
                NoString.class,
                "NoString has a @KeyTemplate of floor, which is an Integer in KeyTemplateErrorsTest.Row. Make it a String.");
        assertRefused(
                TwoTemplates.class,
                "TwoTemplates has two @KeyTemplate annotations of sk. Keep one for each attribute.");
        assertRefused(
                SameAttribute.class,
                "SameAttribute.sk is stored in attribute sk, of which there is a @KeyTemplate. Store the property in another"
                        + " attribute, or remove the template.");
    }

    @Test
    void onlyPartsOfAKeyAreStoredInTheKeyOnly() {
        assertRefused(
                NotNamed.class,
                "NotNamed has a @KeyTemplate of sk with floor as keyOnly, which the template does not name. Name only"
                        + " properties of the template.");
        assertRefused(
                StoredToo.class,
                "StoredToo has a @KeyTemplate of sk with city as keyOnly, but city has an @Attribute. Remove the @Attribute, or"
                        + " let city be stored in it.");
    }

    @Test
    void aKeyHasAllParts() {
        assertRefused(
                Good.class,
                "Key has no floor, which is stored in sk, a key attribute of the table. Add a property floor of type Integer.");
    }

    private static void assertRefused(Class<?> itemType, String message) {
        Rows rows = Unconnected.db().logicalTable("rows", Rows.class);
        assertThatThrownBy(() -> rows.inlineView(Key.class, itemType))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KeyTemplateErrorsTest." + message);
    }
}
