package dev.tempest.tests.faces;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConvertedEnum;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** A raw item type with attributes of many types, which prints them all, as programs' own types often do. */
@DynamoDbBean
@DynamoDBTable(tableName = Planted.TABLE)
public class PlantedRow {
    /** An attribute that is stored as text. */
    public enum Colour {
        RED,
        GREEN
    }

    private String pk;
    private String sk;
    private String text;
    private Integer number;
    private Long count;
    private List<String> list;
    private Map<String, String> map;
    private Set<String> texts;
    private Colour colour;
    private Long version;
    private String write_token;

    @DynamoDbPartitionKey
    @DynamoDBHashKey
    public String getPk() {
        return pk;
    }

    public void setPk(String pk) {
        this.pk = pk;
    }

    @DynamoDbSortKey
    @DynamoDBRangeKey
    public String getSk() {
        return sk;
    }

    public void setSk(String sk) {
        this.sk = sk;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public Integer getNumber() {
        return number;
    }

    public void setNumber(Integer number) {
        this.number = number;
    }

    public Long getCount() {
        return count;
    }

    public void setCount(Long count) {
        this.count = count;
    }

    public List<String> getList() {
        return list;
    }

    public void setList(List<String> list) {
        this.list = list;
    }

    public Map<String, String> getMap() {
        return map;
    }

    public void setMap(Map<String, String> map) {
        this.map = map;
    }

    public Set<String> getTexts() {
        return texts;
    }

    public void setTexts(Set<String> texts) {
        this.texts = texts;
    }

    @DynamoDBTypeConvertedEnum
    public Colour getColour() {
        return colour;
    }

    public void setColour(Colour colour) {
        this.colour = colour;
    }

    public Long getVersion() {
        return version;
    }

    public void setVersion(Long version) {
        this.version = version;
    }

    public String getWrite_token() {
        return write_token;
    }

    public void setWrite_token(String write_token) {
        this.write_token = write_token;
    }

    @Override
    public String toString() {
        return "PlantedRow " + pk + " " + sk + " " + text + " " + number + " " + count + " " + list + " " + map + " "
                + texts + " " + colour;
    }
}
