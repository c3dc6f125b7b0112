package dev.tempest.tests.kinds;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbFlatten;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbIgnoreNulls;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPreserveEmptyObject;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** A raw item type with an attribute of every kind that holds other values. */
@DynamoDbBean
public class RawCompounds {
    private String partition_key;
    private String sort_key;
    private List<String> strings;
    private List<Integer> numbers;
    private List<DayOfWeek> days;
    private List<SdkBytes> blobs;
    private Set<String> stringSet;
    private Set<Long> numberSet;
    private Set<BigDecimal> decimalSet;
    private Set<SdkBytes> byteSet;
    private Set<DayOfWeek> daySet;
    private Map<String, Integer> map;
    private Map<UUID, String> mapByUuid;
    private List<List<Integer>> listOfLists;
    private List<Map<String, Instant>> listOfMaps;
    private Map<String, List<Map<String, Long>>> mapOfLists;
    private Inner bean;
    private Inner sparseBean;
    private Inner emptyBean;
    private List<Inner> beans;
    private Map<String, Inner> beanMap;
    private Fixed immutable;
    private List<Fixed> immutables;
    private Celsius converted;
    private Part part;

    @DynamoDbPartitionKey
    public String getPartition_key() {
        return partition_key;
    }

    public void setPartition_key(String partition_key) {
        this.partition_key = partition_key;
    }

    @DynamoDbSortKey
    public String getSort_key() {
        return sort_key;
    }

    public void setSort_key(String sort_key) {
        this.sort_key = sort_key;
    }

    public List<String> getStrings() {
        return strings;
    }

    public void setStrings(List<String> strings) {
        this.strings = strings;
    }

    public List<Integer> getNumbers() {
        return numbers;
    }

    public void setNumbers(List<Integer> numbers) {
        this.numbers = numbers;
    }

    public List<DayOfWeek> getDays() {
        return days;
    }

    public void setDays(List<DayOfWeek> days) {
        this.days = days;
    }

    public List<SdkBytes> getBlobs() {
        return blobs;
    }

    public void setBlobs(List<SdkBytes> blobs) {
        this.blobs = blobs;
    }

    public Set<String> getStringSet() {
        return stringSet;
    }

    public void setStringSet(Set<String> stringSet) {
        this.stringSet = stringSet;
    }

    public Set<Long> getNumberSet() {
        return numberSet;
    }

    public void setNumberSet(Set<Long> numberSet) {
        this.numberSet = numberSet;
    }

    public Set<BigDecimal> getDecimalSet() {
        return decimalSet;
    }

    public void setDecimalSet(Set<BigDecimal> decimalSet) {
        this.decimalSet = decimalSet;
    }

    public Set<SdkBytes> getByteSet() {
        return byteSet;
    }

    public void setByteSet(Set<SdkBytes> byteSet) {
        this.byteSet = byteSet;
    }

    public Set<DayOfWeek> getDaySet() {
        return daySet;
    }

    public void setDaySet(Set<DayOfWeek> daySet) {
        this.daySet = daySet;
    }

    public Map<String, Integer> getMap() {
        return map;
    }

    public void setMap(Map<String, Integer> map) {
        this.map = map;
    }

    public Map<UUID, String> getMapByUuid() {
        return mapByUuid;
    }

    public void setMapByUuid(Map<UUID, String> mapByUuid) {
        this.mapByUuid = mapByUuid;
    }

    public List<List<Integer>> getListOfLists() {
        return listOfLists;
    }

    public void setListOfLists(List<List<Integer>> listOfLists) {
        this.listOfLists = listOfLists;
    }

    public List<Map<String, Instant>> getListOfMaps() {
        return listOfMaps;
    }

    public void setListOfMaps(List<Map<String, Instant>> listOfMaps) {
        this.listOfMaps = listOfMaps;
    }

    public Map<String, List<Map<String, Long>>> getMapOfLists() {
        return mapOfLists;
    }

    public void setMapOfLists(Map<String, List<Map<String, Long>>> mapOfLists) {
        this.mapOfLists = mapOfLists;
    }

    public Inner getBean() {
        return bean;
    }

    public void setBean(Inner bean) {
        this.bean = bean;
    }

    @DynamoDbIgnoreNulls
    public Inner getSparseBean() {
        return sparseBean;
    }

    public void setSparseBean(Inner sparseBean) {
        this.sparseBean = sparseBean;
    }

    @DynamoDbPreserveEmptyObject
    public Inner getEmptyBean() {
        return emptyBean;
    }

    public void setEmptyBean(Inner emptyBean) {
        this.emptyBean = emptyBean;
    }

    public List<Inner> getBeans() {
        return beans;
    }

    public void setBeans(List<Inner> beans) {
        this.beans = beans;
    }

    public Map<String, Inner> getBeanMap() {
        return beanMap;
    }

    public void setBeanMap(Map<String, Inner> beanMap) {
        this.beanMap = beanMap;
    }

    public Fixed getImmutable() {
        return immutable;
    }

    public void setImmutable(Fixed immutable) {
        this.immutable = immutable;
    }

    public List<Fixed> getImmutables() {
        return immutables;
    }

    public void setImmutables(List<Fixed> immutables) {
        this.immutables = immutables;
    }

    @DynamoDbConvertedBy(CelsiusConverter.class)
    public Celsius getConverted() {
        return converted;
    }

    public void setConverted(Celsius converted) {
        this.converted = converted;
    }

    @DynamoDbFlatten
    public Part getPart() {
        return part;
    }

    public void setPart(Part part) {
        this.part = part;
    }
}
