package dev.tempest.sdk2;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.TableName;
import dev.tempest.TimeToLive;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a table's interface says about time to live is checked when the database is created. */
class TimeToLiveTest {
    @DynamoDbBean
    public static class Session {
        private String id;
        private Long seconds;
        private Instant instant;
        private Instant millis;
        private Instant text;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        public Long getSeconds() {
            return seconds;
        }

        public void setSeconds(Long seconds) {
            this.seconds = seconds;
        }

        @DynamoDbConvertedBy(SecondsConverter.class)
        public Instant getInstant() {
            return instant;
        }

        public void setInstant(Instant instant) {
            this.instant = instant;
        }

        @DynamoDbConvertedBy(ModelChecksTest.MillisConverter.class)
        public Instant getMillis() {
            return millis;
        }

        public void setMillis(Instant millis) {
            this.millis = millis;
        }

        public Instant getText() {
            return text;
        }

        public void setText(Instant text) {
            this.text = text;
        }
    }

    /** Stores an instant as DynamoDB's time to live has it. */
    public static final class SecondsConverter implements AttributeConverter<Instant> {
        @Override
        public AttributeValue transformFrom(Instant instant) {
            return AttributeValue.fromN(Long.toString(instant.getEpochSecond()));
        }

        @Override
        public Instant transformTo(AttributeValue value) {
            return Instant.ofEpochSecond(Long.parseLong(value.n()));
        }

        @Override
        public EnhancedType<Instant> type() {
            return EnhancedType.of(Instant.class);
        }

        @Override
        public AttributeValueType attributeValueType() {
            return AttributeValueType.N;
        }
    }

    @TimeToLive("seconds")
    interface BySeconds extends LogicalTable<Session> {}

    @TimeToLive("instant")
    interface ByInstant extends LogicalTable<Session> {}

    @TimeToLive("millis")
    interface ByMillis extends LogicalTable<Session> {}

    @TimeToLive("text")
    interface ByText extends LogicalTable<Session> {}

    @TimeToLive("secnods")
    interface Misspelt extends LogicalTable<Session> {}

    private static void accept(Class<? extends LogicalTable<?>> tableType) {
        assertThatCode(() -> Unconnected.db().logicalTable("sessions", tableType))
                .doesNotThrowAnyException();
    }

    private static void refuse(Class<? extends LogicalTable<?>> tableType, String message) {
        assertThatThrownBy(() -> Unconnected.db().logicalTable("sessions", tableType))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void isANumberOfSeconds() {
        accept(BySeconds.class);
        accept(ByInstant.class);
    }

    @Test
    void isAnAttributeOfTheRawItemType() {
        refuse(
                Misspelt.class,
                "TimeToLiveTest.Misspelt has @TimeToLive(\"secnods\"), but TimeToLiveTest.Session has no such attribute."
                        + " Name one of its attributes: id, instant, millis, seconds, text.");
    }

    @Test
    void isNoText() {
        refuse(
                ByText.class,
                "TimeToLiveTest.ByText has @TimeToLive(\"text\"), but TimeToLiveTest.Session stores that attribute as S,"
                        + " and DynamoDB takes a number. Make it a Long, or give it a converter that stores the seconds"
                        + " since 1970.");
    }

    @Test
    void isNoNumberOfMilliseconds() {
        refuse(
                ByMillis.class,
                "TimeToLiveTest.ByMillis has @TimeToLive(\"millis\"), but the converter of that attribute stores"
                        + " 2020-02-21T00:00:00Z as 1582243200000. Let it store the seconds since 1970, 1582243200.");
    }

    interface Inheriting extends BySeconds {}

    interface Ambiguous extends BySeconds, ByInstant {}

    @TimeToLive("instant")
    interface Deciding extends BySeconds, ByInstant {}

    @Test
    void isInherited() {
        accept(Inheriting.class);
        accept(Deciding.class);
        refuse(
                Ambiguous.class,
                "TimeToLiveTest.Ambiguous inherits @TimeToLive for seconds and instant, but a table has it for one"
                        + " attribute. Say which by an @TimeToLive of its own.");
    }

    interface TwoMinds extends LogicalDb {
        @TableName("sessions")
        BySeconds a();

        @TableName("sessions")
        ByInstant b();
    }

    interface OneMind extends LogicalDb {
        @TableName("sessions")
        BySeconds a();

        @TableName("sessions")
        LogicalTable<Session> b();

        @TableName("other_sessions")
        ByInstant c();
    }

    @Test
    void isTheSameForAllInterfacesOfATable() {
        assertThatCode(() -> LogicalDb.create(OneMind.class, Unconnected.enhancedClient()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> LogicalDb.create(TwoMinds.class, Unconnected.enhancedClient()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("TimeToLiveTest.BySeconds has @TimeToLive(\"seconds\"), but TimeToLiveTest.ByInstant has"
                        + " @TimeToLive(\"instant\") for the same table sessions. Name the same attribute: DynamoDB takes"
                        + " one.");
    }
}
