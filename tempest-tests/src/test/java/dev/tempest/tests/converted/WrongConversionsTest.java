package dev.tempest.tests.converted;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.Converted;
import dev.tempest.StoredAsString;
import dev.tempest.Table;
import dev.tempest.ValueConverter;
import dev.tempest.Version;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.converted.Catalog.Isbn;
import dev.tempest.tests.converted.Catalog.LoanRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A conversion that does not fit is refused when its view is made. */
class WrongConversionsTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("loans", LoanRow.class));

    @Table(partitionKey = "pk")
    interface Things extends LogicalTable<Map<String, AttributeValue>> {}

    record Key(String pk) {}

    private void assertRefused(Class<?> itemType, String message) {
        assertRefused(Key.class, itemType, message);
    }

    private void assertRefused(Class<?> keyType, Class<?> itemType, String message) {
        var things = db.logicalDb(LogicalDb.class).logicalTable("things", Things.class);
        assertThatThrownBy(() -> things.inlineView(keyType, itemType))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message.replace("WCT.", "WrongConversionsTest."));
    }

    record Text(String pk, @Converted(Catalog.Cents.class) String price) {}

    @Test
    void aConverterConvertsThePropertysType() {
        assertRefused(
                Text.class,
                "WCT.Text.price is a String, but its converter Catalog.Cents converts a BigDecimal. Make both the same type.");
    }

    @Converted(Catalog.Cents.class)
    record Amount(long cents) {}

    record OfAmount(String pk, List<Amount> amounts) {}

    @Test
    void aConverterConvertsTheClassThatNamesIt() {
        assertRefused(
                OfAmount.class,
                "WCT.Amount has a @Converted, but the converter Catalog.Cents converts a BigDecimal. Make both the same type.");
    }

    static class Numbered extends Upper {
        Numbered(int number) {}
    }

    record OfNumbered(String pk, @Converted(Numbered.class) String text) {}

    @Test
    void aConverterCanBeMade() {
        assertRefused(
                OfNumbered.class,
                "WCT.OfNumbered.text: WrongConversionsTest.Numbered is a converter, but cannot be made: it has no constructor"
                        + " without parameters. Make it a static class with a constructor without parameters.");
    }

    @StoredAsString
    @Converted(Catalog.Isbn.Digits.class)
    record Both(String text) {}

    record OfBoth(String pk, Both both) {}

    @Test
    void aClassIsStoredInOneWay() {
        assertRefused(OfBoth.class, "WCT.Both has both @Converted and @StoredAsString. Keep one of them.");
    }

    @Converted(Same.class)
    record Itself(String text) {}

    static class Same implements ValueConverter<Itself, Itself> {
        @Override
        public Itself toStored(Itself value) {
            return value;
        }

        @Override
        public Itself fromStored(Itself stored) {
            return stored;
        }
    }

    record OfItself(String pk, Itself itself) {}

    @Test
    void aClassIsConvertedToAnother() {
        assertRefused(
                OfItself.class,
                "WCT.Itself has a @Converted that converts it to itself. Convert it to the type that is to be stored.");
    }

    @Converted(Nested.class)
    record Nest(List<Nest> nests) {}

    static class Nested implements ValueConverter<Nest, List<Nest>> {
        @Override
        public List<Nest> toStored(Nest value) {
            return value.nests();
        }

        @Override
        public Nest fromStored(List<Nest> stored) {
            return new Nest(stored);
        }
    }

    record OfNest(String pk, Nest nest) {}

    @Test
    void aClassIsNotInsideOfWhatItIsConvertedTo() {
        assertRefused(
                OfNest.class,
                "WCT.OfNest.nest is a WrongConversionsTest.Nest, which is converted to a type that has it inside."
                        + " Convert it to a type that does not have it inside.");
    }

    @StoredAsString
    record Silent(int number) {}

    record OfSilent(String pk, Silent silent) {}

    @Test
    void aStringIsReadAgain() {
        assertRefused(
                OfSilent.class,
                "WCT.Silent has @StoredAsString, but nothing makes an object of a string. Add a static method Silent"
                        + " parse(String).");
    }

    public static class SdkCents implements AttributeConverter<BigDecimal> {
        @Override
        public AttributeValue transformFrom(BigDecimal amount) {
            return AttributeValue.fromN(amount.toPlainString());
        }

        @Override
        public BigDecimal transformTo(AttributeValue value) {
            return new BigDecimal(value.n());
        }

        @Override
        public EnhancedType<BigDecimal> type() {
            return EnhancedType.of(BigDecimal.class);
        }

        @Override
        public AttributeValueType attributeValueType() {
            return AttributeValueType.N;
        }
    }

    record Twice(
            String pk,

            @Converted(Catalog.Cents.class) @DynamoDbConvertedBy(SdkCents.class)
            BigDecimal price) {}

    @Test
    void aPropertyHasOneConverter() {
        assertRefused(
                Twice.class, "WCT.Twice.price has a @Converted, and a converter of the SDK, too. Keep one of them.");
    }

    static class Upper implements ValueConverter<String, String> {
        @Override
        public String toStored(String value) {
            return value;
        }

        @Override
        public String fromStored(String stored) {
            return stored;
        }
    }

    record Prefixed(
            @Attribute(name = "pk", prefix = "P_") @Converted(Upper.class)
            String pk) {}

    @Test
    void aPrefixIsForATemplate() {
        assertRefused(
                Prefixed.class,
                "WCT.Prefixed.pk has the prefix P_ and a @Converted. Remove the prefix, and write it into a @KeyTemplate that"
                        + " has the property as a placeholder.");
    }

    record KeyOfItsOwn(@Converted(Upper.class) String pk) {}

    record Plain(String pk) {}

    @Test
    void aKeyIsStoredAsItsItemSays() {
        assertRefused(
                KeyOfItsOwn.class,
                Plain.class,
                "WCT.KeyOfItsOwn.pk has a @Converted that differs from that of WrongConversionsTest.Plain.pk. Remove it:"
                        + " WrongConversionsTest.Plain.pk says how it is stored.");
    }

    @StoredAsString
    record Whole(String pk) {
        static Whole parse(String text) {
            return new Whole(text);
        }
    }

    @Test
    void anItemIsNotConverted() {
        assertRefused(
                Whole.class,
                "WCT.Whole says by an annotation what its objects are stored as, but is an item type. Remove @Converted or"
                        + " @StoredAsString: an item is stored as the attributes of its properties.");
    }

    static class Versions implements ValueConverter<Long, String> {
        @Override
        public String toStored(Long value) {
            return value.toString();
        }

        @Override
        public Long fromStored(String stored) {
            return Long.valueOf(stored);
        }
    }

    record Versioned(
            String pk, @Version @Converted(Versions.class) Long version) {}

    @Test
    void aVersionIsStoredAsItIs() {
        assertRefused(
                Versioned.class, "WCT.Versioned.version is the @Version, but has a @Converted. Remove the @Converted.");
    }

    record Fee(
            @Attribute(name = "pk") String isbn,
            @Attribute(name = "sk") Long since,

            @Attribute(name = "due") @Converted(Catalog.Cents.class)
            BigDecimal fee) {
        record Key(String isbn, Long since) {}
    }

    @Test
    void aRawItemHasWhatIsStored() {
        var loans = db.logicalDb(Catalog.LoansDb.class).loans();
        assertThatThrownBy(() -> loans.inlineView(Fee.Key.class, Fee.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "WrongConversionsTest.Fee.fee has a @Converted to Long, but attribute due of Catalog.LoanRow is a String."
                                + " Make the attribute a Long, or remove the @Converted.");
    }

    record Cramped(
            @Attribute(name = "pk") @Converted(Lists.class) Isbn pk) {
        record Key(Isbn pk) {}
    }

    static class Lists implements ValueConverter<Isbn, List<String>> {
        @Override
        public List<String> toStored(Isbn value) {
            return List.of(value.group());
        }

        @Override
        public Isbn fromStored(List<String> stored) {
            return new Isbn(stored.get(0), "");
        }
    }

    @Test
    void aKeyIsConvertedToWhatAKeyCanBe() {
        assertRefused(
                Cramped.Key.class,
                Cramped.class,
                "WCT.Cramped.pk (Catalog.Isbn) is stored as L in pk, a key attribute of WrongConversionsTest.Things, but"
                        + " DynamoDB takes only strings, numbers and binary there. Give it such a type, or a converter to one by"
                        + " @Converted or @DynamoDbConvertedBy.");
    }
}
