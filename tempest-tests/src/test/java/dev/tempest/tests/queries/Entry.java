package dev.tempest.tests.queries;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** A raw item type with indexes of each kind, annotated for either SDK. */
@DynamoDbBean
@DynamoDBTable(tableName = Entries.TABLE)
public class Entry {
    private String partition_key;
    private String sort_key;
    private String category;
    private String label;
    private Integer rank;

    @DynamoDbPartitionKey
    @DynamoDBHashKey
    public String getPartition_key() {
        return partition_key;
    }

    public void setPartition_key(String partition_key) {
        this.partition_key = partition_key;
    }

    @DynamoDbSortKey
    @DynamoDbSecondaryPartitionKey(indexNames = "inverted")
    @DynamoDBRangeKey
    @DynamoDBIndexHashKey(globalSecondaryIndexName = "inverted")
    public String getSort_key() {
        return sort_key;
    }

    public void setSort_key(String sort_key) {
        this.sort_key = sort_key;
    }

    @DynamoDbSecondaryPartitionKey(indexNames = {"by_category", "by_category_only"})
    @DynamoDBIndexHashKey(globalSecondaryIndexNames = {"by_category", "by_category_only"})
    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category;
    }

    @DynamoDbSecondarySortKey(indexNames = "by_category")
    @DynamoDBIndexRangeKey(globalSecondaryIndexName = "by_category")
    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    @DynamoDbSecondarySortKey(indexNames = "by_rank")
    @DynamoDBIndexRangeKey(localSecondaryIndexName = "by_rank")
    public Integer getRank() {
        return rank;
    }

    public void setRank(Integer rank) {
        this.rank = rank;
    }
}
