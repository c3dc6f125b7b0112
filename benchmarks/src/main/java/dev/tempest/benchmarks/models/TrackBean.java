package dev.tempest.benchmarks.models;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** The same 4 attributes as a bean: our raw item type, and the enhanced client's item. */
@DynamoDbBean
public class TrackBean {
    private @Nullable String partition_key;
    private @Nullable String sort_key;
    private @Nullable String title;
    private long seconds;

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

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public long getSeconds() {
        return seconds;
    }

    public void setSeconds(long seconds) {
        this.seconds = seconds;
    }

    /** One of many items of a partition. */
    public static TrackBean sample(String number) {
        TrackBean bean = new TrackBean();
        bean.setPartition_key("M_4f1c2d7e90");
        bean.setSort_key("TRACK_" + number);
        bean.setTitle("title of Late Night Transmissions");
        bean.setSeconds(49380L);
        return bean;
    }
}
