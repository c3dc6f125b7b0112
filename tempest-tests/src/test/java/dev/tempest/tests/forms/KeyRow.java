package dev.tempest.tests.forms;

import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** The keys of the tables here, which is all that it takes to create one. */
@DynamoDbBean
public class KeyRow {
    private String partition_key;
    private String sort_key;

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
}
