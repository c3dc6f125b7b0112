package dev.tempest.sdk2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.WriteToken;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.extensions.annotations.DynamoDbVersionAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;

/** What is wrong with versions and write tokens is said when the database is created: where, what, and what to do. */
class VersionModelTest {
    /** The raw item type. */
    @DynamoDbBean
    public static class Row {
        private String id;
        private Long version;
        private Long other_version;
        private Double rate;
        private String text;
        private Long sdk_version;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        public Long getVersion() {
            return version;
        }

        public void setVersion(Long version) {
            this.version = version;
        }

        public Long getOther_version() {
            return other_version;
        }

        public void setOther_version(Long other_version) {
            this.other_version = other_version;
        }

        public Double getRate() {
            return rate;
        }

        public void setRate(Double rate) {
            this.rate = rate;
        }

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }

        @DynamoDbVersionAttribute
        public Long getSdk_version() {
            return sdk_version;
        }

        public void setSdk_version(Long sdk_version) {
            this.sdk_version = sdk_version;
        }
    }

    record Key(String id) {}

    interface Rows extends LogicalTable<Row> {}

    private static void assertRefused(Class<?> itemType, String message) {
        assertRefused(Key.class, itemType, message);
    }

    private static void assertRefused(Class<?> keyType, Class<?> itemType, String message) {
        assertThatThrownBy(
                        () -> Unconnected.db().logicalTable("rows", Rows.class).inlineView(keyType, itemType))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    record OfRates(String id, @Version Double rate) {}

    @Test
    void aVersionIsAnIntegerOrAText() {
        assertRefused(
                OfRates.class,
                "VersionModelTest.OfRates.rate is the @Version, but is a Double. Make it an integer such as long, or a"
                        + " String.");
    }

    record OfKeys(@Version String id) {}

    @Test
    void aVersionIsNoKey() {
        assertRefused(
                OfKeys.class,
                "VersionModelTest.OfKeys.id is the @Version, but is stored in id, a key attribute, which cannot change."
                        + " Store it in an attribute of its own.");
    }

    record Prefixed(
            String id, @Version @Attribute(prefix = "V_") String text) {}

    record Twice(
            String id,

            @Version @Attribute(names = {"version", "other_version"})
            Long version) {}

    @Test
    void aVersionIsStoredInOneAttributeAsItIs() {
        assertRefused(
                Prefixed.class,
                "VersionModelTest.Prefixed.text is the @Version, but has a prefix or several attributes. Store it in one"
                        + " attribute, as it is.");
        assertRefused(
                Twice.class,
                "VersionModelTest.Twice.version is the @Version, but has a prefix or several attributes. Store it in one"
                        + " attribute, as it is.");
    }

    record Computed(String id) {
        @Version
        public Long version() {
            return 1L;
        }
    }

    @Test
    void aVersionIsNotComputed() {
        assertRefused(
                Computed.class,
                "VersionModelTest.Computed.version is the @Version, but is computed, so a stored version cannot be read"
                        + " into it. Let the constructor take it.");
    }

    record Two(String id, @Version Long version, @Version Long other_version) {}

    @Test
    void aTypeHasOneVersion() {
        assertRefused(
                Two.class,
                "VersionModelTest.Two.other_version is a @Version, and so is VersionModelTest.Two.version. Keep one of"
                        + " them.");
    }

    static class OfStatics {
        String id;

        @Version
        static long version;
    }

    static class OfTransients {
        String id;

        @Version
        transient Long version;
    }

    @Test
    void aVersionIsStored() {
        assertRefused(
                OfStatics.class,
                "VersionModelTest.OfStatics.version is the @Version, but is static or transient and so is not stored. Remove"
                        + " the annotation or the modifier.");
        assertRefused(
                OfTransients.class,
                "VersionModelTest.OfTransients.version is the @Version, but is static or transient and so is not stored."
                        + " Remove the annotation or the modifier.");
    }

    record Good(String id, @Version Long version) {}

    record VersionedKey(String id, @Version Long version) {}

    @Test
    void aKeyHasNoVersion() {
        assertRefused(
                VersionedKey.class,
                Good.class,
                "VersionModelTest.VersionedKey.version is the @Version, but a key has none. Remove the annotation: it"
                        + " belongs on VersionModelTest.Good.");
    }

    record Both(String id, @Version Long version, Long sdk_version) {}

    @Test
    void aTypeHasNoVersionOfTheSdkBesideItsOwn() {
        assertRefused(
                Both.class,
                "VersionModelTest.Both has a @Version, and also stores sdk_version, the @DynamoDbVersionAttribute of"
                        + " VersionModelTest.Row. Keep one of them.");
    }

    private static void assertTableRefused(Class<? extends LogicalTable<?>> tableType, String message) {
        assertThatThrownBy(() -> Unconnected.db().logicalTable("rows", tableType))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @WriteToken("token")
    interface UnknownToken extends LogicalTable<Row> {}

    @WriteToken("version")
    interface NumberToken extends LogicalTable<Row> {}

    @WriteToken("id")
    interface KeyToken extends LogicalTable<Row> {}

    @WriteToken(value = "text", maxTokens = 1)
    interface OneTrace extends LogicalTable<Row> {}

    @WriteToken(value = "text", maxTokens = 1_001)
    interface TooManyTraces extends LogicalTable<Row> {}

    @Test
    void aTokenIsATextAttributeThatServesNothingElse() {
        assertTableRefused(
                UnknownToken.class,
                "VersionModelTest.UnknownToken has a @WriteToken named token, which VersionModelTest.Row does not have."
                        + " Add a String attribute token to VersionModelTest.Row.");
        assertTableRefused(
                NumberToken.class,
                "VersionModelTest.NumberToken has a @WriteToken named version, which is not a String in"
                        + " VersionModelTest.Row. Make it a String.");
        assertTableRefused(
                KeyToken.class,
                "VersionModelTest.KeyToken has a @WriteToken named id, which is a key attribute of VersionModelTest.Row."
                        + " Name an attribute that serves nothing else.");
    }

    @Test
    void aTokenAttributeKeepsFrom2To1000Tokens() {
        assertTableRefused(
                OneTrace.class,
                "VersionModelTest.OneTrace has a @WriteToken with maxTokens = 1. It must be from 2 to 1000.");
        assertTableRefused(
                TooManyTraces.class,
                "VersionModelTest.TooManyTraces has a @WriteToken with maxTokens = 1001. It must be from 2 to 1000.");
    }

    @WriteToken("text")
    interface Traced extends LogicalTable<Row> {}

    @WriteToken(value = "text", maxTokens = 8)
    interface TracedOtherwise extends LogicalTable<Row> {}

    interface TracedDb extends LogicalDb {
        @TableName("rows")
        Traced traced();

        @TableName("rows")
        Rows plain();
    }

    interface TracedTwiceDb extends LogicalDb {
        @TableName("rows")
        Traced traced();

        @TableName("rows")
        TracedOtherwise otherwise();
    }

    @Test
    void allInterfacesOfATableHaveTheSameToken() {
        // Which of the two comes first is up to the JVM.
        assertDbRefused(
                TracedDb.class,
                "VersionModelTest.Rows has no @WriteToken, but another interface of table rows has text. Put the same on"
                        + " both: all writers of a table must use it.",
                "VersionModelTest.Traced has the @WriteToken text, but another interface of table rows has none. Put the"
                        + " same on both: all writers of a table must use it.");
        assertDbRefused(
                TracedTwiceDb.class,
                "VersionModelTest.TracedOtherwise has the @WriteToken text with maxTokens = 8, but another interface of"
                        + " table rows has text with maxTokens = 32. Put the same on both: all writers of a table must use it.",
                "VersionModelTest.Traced has the @WriteToken text with maxTokens = 32, but another interface of table"
                        + " rows has text with maxTokens = 8. Put the same on both: all writers of a table must use it.");
    }

    private static void assertDbRefused(Class<? extends LogicalDb> dbType, String... messages) {
        assertThatThrownBy(() -> LogicalDb.create(dbType, Unconnected.enhancedClient()))
                .isInstanceOfSatisfying(
                        IllegalArgumentException.class,
                        refusal -> assertThat(refusal.getMessage()).isIn((Object[]) messages));
    }

    record TokenVersion(String id, @Version String text) {}

    @Test
    void theTokenIsNoVersion() {
        assertThatThrownBy(() ->
                        Unconnected.db().logicalTable("rows", Traced.class).inlineView(Key.class, TokenVersion.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("VersionModelTest.TokenVersion has its version in text, which is the @WriteToken of"
                        + " VersionModelTest.Row's table. Store each in an attribute of its own.");
    }

    record PrefixedToken(
            String id, @Attribute(prefix = "T_") String text) {}

    @Test
    void aPropertyOfTheTokenHoldsItAsItIs() {
        assertThatThrownBy(() ->
                        Unconnected.db().logicalTable("rows", Traced.class).inlineView(Key.class, PrefixedToken.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("VersionModelTest.PrefixedToken stores text, which is the @WriteToken of"
                        + " VersionModelTest.Row's table, with a prefix or in several attributes. Store it in one"
                        + " attribute, as it is.");
    }
}
