package dev.tempest.tests.checks;

import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** Another raw item type for the same table, that declares its sort key as a number and one index otherwise. */
@DynamoDbBean
public class ReceiptRow {
    private String partition_key;
    private Long sort_key;
    private String customer;

    @DynamoDbPartitionKey
    public String getPartition_key() {
        return partition_key;
    }

    public void setPartition_key(String partition_key) {
        this.partition_key = partition_key;
    }

    @DynamoDbSortKey
    public Long getSort_key() {
        return sort_key;
    }

    public void setSort_key(Long sort_key) {
        this.sort_key = sort_key;
    }

    @DynamoDbSecondaryPartitionKey(indexNames = "by_customer")
    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }
}
