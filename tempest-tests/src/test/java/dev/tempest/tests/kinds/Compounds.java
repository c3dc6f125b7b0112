package dev.tempest.tests.kinds;

import dev.tempest.Attribute;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbIgnoreNulls;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPreserveEmptyObject;

/** An item type with a property of every kind that holds other values. */
public record Compounds(
        String partition_key,
        @Attribute(prefix = "KIND_") String sort_key,
        List<String> strings,
        List<Integer> numbers,
        List<DayOfWeek> days,
        List<SdkBytes> blobs,
        Set<String> stringSet,
        Set<Long> numberSet,
        Set<BigDecimal> decimalSet,
        Set<SdkBytes> byteSet,
        Set<DayOfWeek> daySet,
        Map<String, Integer> map,
        Map<UUID, String> mapByUuid,
        List<List<Integer>> listOfLists,
        List<Map<String, Instant>> listOfMaps,
        Map<String, List<Map<String, Long>>> mapOfLists,
        Inner bean,
        @DynamoDbIgnoreNulls Inner sparseBean,
        @DynamoDbPreserveEmptyObject Inner emptyBean,
        List<Inner> beans,
        Map<String, Inner> beanMap,
        Fixed immutable,
        List<Fixed> immutables,
        @DynamoDbConvertedBy(CelsiusConverter.class) Celsius converted,
        String flatText,
        Integer flatNumber) {}
