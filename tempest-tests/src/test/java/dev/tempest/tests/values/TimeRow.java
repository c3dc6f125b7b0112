package dev.tempest.tests.values;

import dev.tempest.sdk2.SortableInstantConverter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** A raw item type with an index for each kind of time, and for some that are none. */
@DynamoDbBean
public class TimeRow {
    /** In no order of their names. */
    public enum Status {
        NEW,
        DONE
    }

    /** In the order of their names. */
    public enum Grade {
        A,
        B
    }

    private String pk;
    private String sk;
    private String kind;
    private Instant at;
    private Instant plain;
    private OffsetDateTime offset;
    private ZonedDateTime zoned;
    private LocalDate day;
    private LocalDateTime local;
    private LocalTime clock;
    private Duration length;
    private Period period;
    private Status status;
    private Grade grade;
    private Long millis;

    @DynamoDbPartitionKey
    public String getPk() {
        return pk;
    }

    public void setPk(String pk) {
        this.pk = pk;
    }

    @DynamoDbSecondaryPartitionKey(
            indexNames = {
                "by_at",
                "by_plain",
                "by_offset",
                "by_zoned",
                "by_day",
                "by_local",
                "by_clock",
                "by_length",
                "by_period",
                "by_status",
                "by_grade",
                "by_millis"
            })
    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    @DynamoDbSortKey
    public String getSk() {
        return sk;
    }

    public void setSk(String sk) {
        this.sk = sk;
    }

    @DynamoDbSecondarySortKey(indexNames = "by_at")
    @DynamoDbConvertedBy(SortableInstantConverter.class)
    public Instant getAt() {
        return at;
    }

    public void setAt(Instant at) {
        this.at = at;
    }

    @DynamoDbSecondarySortKey(indexNames = "by_plain")
    public Instant getPlain() {
        return plain;
    }

    public void setPlain(Instant plain) {
        this.plain = plain;
    }

    @DynamoDbSecondarySortKey(indexNames = "by_offset")
    public OffsetDateTime getOffset() {
        return offset;
    }

    public void setOffset(OffsetDateTime offset) {
        this.offset = offset;
    }

    @DynamoDbSecondarySortKey(indexNames = "by_zoned")
    public ZonedDateTime getZoned() {
        return zoned;
    }

    public void setZoned(ZonedDateTime zoned) {
        this.zoned = zoned;
    }

    @DynamoDbSecondarySortKey(indexNames = "by_day")
    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate day) {
        this.day = day;
    }

    @DynamoDbSecondarySortKey(indexNames = "by_local")
    public LocalDateTime getLocal() {
        return local;
    }

    public void setLocal(LocalDateTime local) {
        this.local = local;
    }

    @DynamoDbSecondarySortKey(indexNames = "by_clock")
    public LocalTime getClock() {
        return clock;
    }

    public void setClock(LocalTime clock) {
        this.clock = clock;
    }

    @DynamoDbSecondarySortKey(indexNames = "by_length")
    public Duration getLength() {
        return length;
    }

    public void setLength(Duration length) {
        this.length = length;
    }

    @DynamoDbSecondarySortKey(indexNames = "by_period")
    public Period getPeriod() {
        return period;
    }

    public void setPeriod(Period period) {
        this.period = period;
    }

    @DynamoDbSecondarySortKey(indexNames = "by_status")
    public Status getStatus() {
        return status;
    }

    public void setStatus(Status status) {
        this.status = status;
    }

    @DynamoDbSecondarySortKey(indexNames = "by_grade")
    public Grade getGrade() {
        return grade;
    }

    public void setGrade(Grade grade) {
        this.grade = grade;
    }

    @DynamoDbSecondarySortKey(indexNames = "by_millis")
    @DynamoDbConvertedBy(TextNumberConverter.class)
    public Long getMillis() {
        return millis;
    }

    public void setMillis(Long millis) {
        this.millis = millis;
    }
}
