package dev.tempest.tests.faces;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import java.math.BigDecimal;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;

/** The raw item type of a table whose key is one number. */
@DynamoDbBean
@DynamoDBTable(tableName = Media.MEASURES)
public class MeasureRow {
    private BigDecimal id;
    private String title;

    @DynamoDbPartitionKey
    @DynamoDBHashKey
    public BigDecimal getId() {
        return id;
    }

    public void setId(BigDecimal id) {
        this.id = id;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }
}
