package dev.tempest.tests.kinds;

import dev.tempest.Attribute;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkNumber;

/** An item type with a property of every kind that stands for one value. */
@SuppressWarnings("ArrayRecordComponent")
public record Scalars(
        String partition_key,
        @Attribute(prefix = "KIND_") String sort_key,
        String string,
        Character character,
        CharSequence charSequence,
        StringBuilder stringBuilder,
        StringBuffer stringBuffer,
        Boolean bool,
        Byte byteNumber,
        Short shortNumber,
        Integer integer,
        Long longNumber,
        Float floatNumber,
        Double doubleNumber,
        BigDecimal bigDecimal,
        BigInteger bigInteger,
        SdkNumber sdkNumber,
        AtomicBoolean atomicBoolean,
        AtomicInteger atomicInteger,
        AtomicLong atomicLong,
        OptionalInt optionalInt,
        OptionalLong optionalLong,
        OptionalDouble optionalDouble,
        DayOfWeek enumeration,
        UUID uuid,
        URI uri,
        URL url,
        Locale locale,
        Instant instant,
        Duration duration,
        Period period,
        LocalDate localDate,
        LocalTime localTime,
        LocalDateTime localDateTime,
        MonthDay monthDay,
        OffsetDateTime offsetDateTime,
        ZonedDateTime zonedDateTime,
        ZoneId zoneId,
        ZoneOffset zoneOffset,
        SdkBytes sdkBytes,
        byte[] bytes,
        ByteBuffer byteBuffer) {}
