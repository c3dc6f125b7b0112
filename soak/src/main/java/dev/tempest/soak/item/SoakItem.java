package dev.tempest.soak.item;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** The raw items of both tables. */
@DynamoDbBean
public class SoakItem {
    private @Nullable String partition_key;
    private @Nullable String sort_key;
    private @Nullable List<String> operations;
    private @Nullable Long total;
    private @Nullable Long second;
    private @Nullable String note;
    private @Nullable Long version;
    private @Nullable String stamp;
    private @Nullable String write_token;

    @DynamoDbPartitionKey
    public @Nullable String getPartition_key() {
        return partition_key;
    }

    public void setPartition_key(@Nullable String partition_key) {
        this.partition_key = partition_key;
    }

    @DynamoDbSortKey
    public @Nullable String getSort_key() {
        return sort_key;
    }

    public void setSort_key(@Nullable String sort_key) {
        this.sort_key = sort_key;
    }

    public @Nullable List<String> getOperations() {
        return operations;
    }

    public void setOperations(@Nullable List<String> operations) {
        this.operations = operations;
    }

    public @Nullable Long getTotal() {
        return total;
    }

    public void setTotal(@Nullable Long total) {
        this.total = total;
    }

    public @Nullable Long getSecond() {
        return second;
    }

    public void setSecond(@Nullable Long second) {
        this.second = second;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public @Nullable Long getVersion() {
        return version;
    }

    public void setVersion(@Nullable Long version) {
        this.version = version;
    }

    public @Nullable String getStamp() {
        return stamp;
    }

    public void setStamp(@Nullable String stamp) {
        this.stamp = stamp;
    }

    public @Nullable String getWrite_token() {
        return write_token;
    }

    public void setWrite_token(@Nullable String write_token) {
        this.write_token = write_token;
    }
}
