package dev.tempest.tests.designs;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.ForIndex;
import dev.tempest.GreaterThanOrEqualTo;
import dev.tempest.Index;
import dev.tempest.ItemSet;
import dev.tempest.KeyTemplate;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.TimeToLive;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What devices report: logs by state and date, readings in buckets of a month, and the latest of each device. */
class DeviceTelemetryTest {
    enum State {
        NORMAL,
        WARNING1,
        WARNING2
    }

    /** Its sort key begins with a value: it is alone in its partition. */
    @KeyTemplate(attribute = "sk", value = "{state}#{at}")
    @KeyTemplate(attribute = "logged_at", value = "{at}")
    record Log(
            @Attribute(name = "pk", prefix = "LOG#") String device,
            State state,
            LocalDateTime at,
            String operator,
            @Nullable String escalated_to) {
        record Key(
                String device,
                @Nullable State state,
                @Nullable LocalDateTime at) {}

        @ForIndex("by_operator")
        record ByOperator(
                String operator,
                @Nullable LocalDateTime at,
                @Nullable String device,
                @Nullable State state) {
            ByOperator(String operator, @Nullable LocalDateTime at) {
                this(operator, at, null, null);
            }
        }

        @ForIndex("escalations")
        record Escalated(
                String escalated_to,
                @Nullable State state,
                @Nullable LocalDateTime at,
                @Nullable String device) {
            Escalated(String escalatedTo, @Nullable State state, @Nullable LocalDateTime at) {
                this(escalatedTo, state, at, null);
            }
        }
    }

    @KeyTemplate(attribute = "pk", value = "READINGS#{device}#{month}")
    @KeyTemplate(attribute = "sk", value = "{at}")
    record Reading(
            String device,
            YearMonth month,
            LocalDateTime at,
            int watts,
            @Nullable Long purge_at) {
        record Key(String device, YearMonth month, @Nullable LocalDateTime at) {}
    }

    record Device(
            @Attribute(name = "pk", prefix = "DEVICE#") String device,
            long reported,
            @Nullable Integer watts) {
        @Attribute(prefix = "LATEST")
        public String sk() {
            return "";
        }

        record Key(String device) {
            public String sk() {
                return "";
            }
        }
    }

    @TimeToLive("purge_at")
    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = {
                @Index(name = "by_operator", partitionKey = "operator", sortKey = "logged_at"),
                @Index(name = "escalations", partitionKey = "escalated_to", sortKey = "sk")
            })
    interface Telemetry extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Log.Key, Log> logs();

        InlineView<Reading.Key, Reading> readings();

        InlineView<Device.Key, Device> devices();

        SecondaryIndex<Log.ByOperator, Log> logsByOperator();

        SecondaryIndex<Log.Escalated, Log> escalations();
    }

    interface Db extends LogicalDb {
        @TableName("telemetry")
        Telemetry telemetry();
    }

    @RegisterExtension
    final TestDb tables = TestDb.of(TestTable.create("telemetry", Telemetry.class));

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 5, 31, 12, 0);
    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final YearMonth JUNE = YearMonth.of(2026, 6);

    private final Requests requests = new Requests();
    private Db db;
    private Telemetry telemetry;

    @BeforeEach
    void open() {
        db = requests.open(tables, Db.class);
        telemetry = db.telemetry();
    }

    private Log log(String device, State state, int minute, String operator, @Nullable String escalatedTo) {
        return telemetry.logs().create(new Log(device, state, NOON.plusMinutes(minute), operator, escalatedTo));
    }

    private Reading reading(String device, LocalDateTime at) {
        return telemetry.readings().create(new Reading(device, YearMonth.from(at), at, 7, null));
    }

    @Test
    void writeLog() {
        Log log = requests.one(() -> log("d1", State.NORMAL, 1, "liz", null));

        assertThat(requests.one(() -> telemetry.logs().load(new Log.Key("d1", State.NORMAL, log.at()))))
                .isEqualTo(log);
    }

    @Test
    void logsOfADevice() {
        Log warning = log("d1", State.WARNING1, 1, "liz", null);
        Log normal = log("d1", State.NORMAL, 2, "liz", null);
        log("d11", State.NORMAL, 3, "liz", null);

        List<Log> found = requests.one(() -> telemetry
                .logs()
                .query(new BeginsWith<>(new Log.Key("d1", null, null)))
                .contents());

        assertThat(found).containsExactly(normal, warning);
    }

    @Test
    void warningsOfADeviceNewestFirst() {
        Log first = log("d1", State.WARNING1, 1, "liz", null);
        Log second = log("d1", State.WARNING1, 2, "liz", null);
        log("d1", State.WARNING2, 3, "liz", null);

        List<Log> found = requests.one(() -> telemetry
                .logs()
                .query(
                        new BeginsWith<>(new Log.Key("d1", State.WARNING1, null)),
                        QueryConfig.builder().asc(false).build())
                .contents());

        assertThat(found).containsExactly(second, first);
    }

    @Test
    void warningsOfADeviceSinceADate() {
        log("d1", State.WARNING1, 1, "liz", null);
        Log second = log("d1", State.WARNING1, 2, "liz", null);
        log("d1", State.WARNING2, 3, "liz", null);

        List<Log> found = requests.one(() -> telemetry
                .logs()
                .query(new GreaterThanOrEqualTo<>(new Log.Key("d1", State.WARNING1, NOON.plusMinutes(2))))
                .contents());

        assertThat(found).containsExactly(second);
    }

    @Test
    void logsOfAnOperatorBetweenTwoDates() {
        log("d1", State.NORMAL, 1, "liz", null);
        Log second = log("d2", State.WARNING1, 2, "liz", null);
        Log third = log("d1", State.NORMAL, 3, "liz", null);
        log("d1", State.NORMAL, 4, "sue", null);

        List<Log> found = requests.one(() -> telemetry
                .logsByOperator()
                .query(new Between<>(
                        new Log.ByOperator("liz", NOON.plusMinutes(2)), new Log.ByOperator("liz", NOON.plusMinutes(9))))
                .contents());

        assertThat(found).containsExactly(second, third);
    }

    @Test
    void escalateLog() {
        Log log = log("d1", State.WARNING2, 1, "liz", null);

        requests.one(() -> telemetry
                .logs()
                .patch(
                        new Log.Key("d1", State.WARNING2, log.at()),
                        attr(Log::escalated_to).set("sara")));

        assertThat(telemetry.escalations().queryAllContents(new BeginsWith<>(new Log.Escalated("sara", null, null))))
                .hasSize(1);
    }

    @Test
    void escalatedLogsOfASupervisor() {
        log("d1", State.NORMAL, 1, "liz", null);
        Log two = log("d1", State.WARNING2, 2, "liz", "sara");
        Log one = log("d2", State.WARNING1, 3, "sue", "sara");

        List<Log> all = requests.one(() -> telemetry
                .escalations()
                .query(new BeginsWith<>(new Log.Escalated("sara", null, null)))
                .contents());
        List<Log> grave = requests.one(() -> telemetry
                .escalations()
                .query(new BeginsWith<>(new Log.Escalated("sara", State.WARNING2, null)))
                .contents());

        assertThat(all).containsExactly(one, two);
        assertThat(grave).containsExactly(two);
    }

    @Test
    void escalatedLogsOfASupervisorByStateAndDate() {
        Log early = log("d1", State.WARNING2, 2, "liz", "sara");
        log("d2", State.WARNING2, 30, "liz", "sara");
        log("d2", State.WARNING1, 2, "liz", "sara");

        List<Log> found = requests.one(() -> telemetry
                .escalations()
                .query(new Between<>(
                        new Log.Escalated("sara", State.WARNING2, NOON),
                        new Log.Escalated("sara", State.WARNING2, NOON.plusMinutes(9))))
                .contents());

        assertThat(found).containsExactly(early);
    }

    @Test
    void readingsOfADeviceInOneMonth() {
        Reading late = reading("d1", NOON);
        Reading early = reading("d1", NOON.minusNanos(1));
        reading("d1", NOON.plusDays(1));

        List<Reading> found = requests.one(() -> telemetry
                .readings()
                .query(new BeginsWith<>(new Reading.Key("d1", MAY, null)))
                .contents());

        assertThat(found).containsExactly(early, late);
    }

    @Test
    void readingsOfADeviceOverTwoMonths() {
        reading("d1", NOON.minusDays(2));
        Reading may = reading("d1", NOON);
        Reading june = reading("d1", NOON.plusDays(1));
        reading("d1", NOON.plusDays(3));
        LocalDateTime from = NOON.minusDays(1);
        LocalDateTime to = NOON.plusDays(2);

        List<Between<Reading.Key>> months = List.of(
                new Between<>(new Reading.Key("d1", MAY, from), new Reading.Key("d1", MAY, to)),
                new Between<>(new Reading.Key("d1", JUNE, from), new Reading.Key("d1", JUNE, to)));

        List<Reading> found = requests.exactly(
                2,
                () -> telemetry
                        .readings()
                        .queryMerged(months, QueryConfig.builder().build(), 100));

        assertThat(found).containsExactly(may, june);
    }

    @Test
    void latestReadingOfADevice() {
        reading("d1", NOON);
        Reading latest = reading("d1", NOON.plusMinutes(1));

        List<Reading> found = requests.one(() -> telemetry
                .readings()
                .query(
                        new BeginsWith<>(new Reading.Key("d1", MAY, null)),
                        QueryConfig.builder().asc(false).pageSize(1).build())
                .contents());

        assertThat(found).containsExactly(latest);
    }

    private Device report(String device, Instant at, int watts) {
        return telemetry
                .devices()
                .patch(
                        new Device.Key(device),
                        changes(
                                        number(Device::reported).set(at.getEpochSecond()),
                                        number(Device::watts).set(watts))
                                .onlyIf(number(Device::reported)
                                        .lt(at.getEpochSecond())
                                        .or(number(Device::reported).absent()))
                                .orCreate());
    }

    @Test
    void latestOfADeviceIsNeverReplacedByALateReport() {
        requests.one(() -> report("d1", Instant.ofEpochSecond(1), 1));
        requests.one(() -> report("d1", Instant.ofEpochSecond(3), 3));

        assertThatThrownBy(() -> report("d1", Instant.ofEpochSecond(2), 2))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(requests.one(() -> telemetry.devices().load(new Device.Key("d1"))))
                .isEqualTo(new Device("d1", 3, 3));
    }

    @Test
    void latestOfManyDevices() {
        Device one = report("d1", Instant.ofEpochSecond(1), 1);
        Device two = report("d2", Instant.ofEpochSecond(2), 2);

        ItemSet found =
                requests.one(() -> db.batchLoad(new Device.Key("d1"), new Device.Key("d2"), new Device.Key("d3")));

        assertThat(found.getItems(Device.class)).containsExactlyInAnyOrder(one, two);
    }
}
