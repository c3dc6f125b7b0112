package dev.tempest.samples.urlshortener.model;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/**
 * The raw item: every attribute that any row of the table may have. Nobody handles instances of this class; it tells the
 * SDK what the table looks like.
 */
@DynamoDbBean
@NullUnmarked
public class LinkItem {
    // All items.
    private String partition_key;
    private String sort_key;
    private Long expires_at;
    private String write_token;

    // Link.
    private String owner_token;
    private URI target;
    private Instant created_at;
    private Instant changed_at;
    private String link_version;

    // Clicks.
    private Long click_count;
    private Long click_version;

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

    public Long getExpires_at() {
        return expires_at;
    }

    public void setExpires_at(Long expires_at) {
        this.expires_at = expires_at;
    }

    public String getWrite_token() {
        return write_token;
    }

    public void setWrite_token(String write_token) {
        this.write_token = write_token;
    }

    @DynamoDbSecondaryPartitionKey(indexNames = "owner_index")
    public String getOwner_token() {
        return owner_token;
    }

    public void setOwner_token(String owner_token) {
        this.owner_token = owner_token;
    }

    public URI getTarget() {
        return target;
    }

    public void setTarget(URI target) {
        this.target = target;
    }

    @DynamoDbConvertedBy(MillisecondsConverter.class)
    @DynamoDbSecondarySortKey(indexNames = "owner_index")
    public Instant getCreated_at() {
        return created_at;
    }

    public void setCreated_at(Instant created_at) {
        this.created_at = created_at;
    }

    @DynamoDbConvertedBy(MillisecondsConverter.class)
    public Instant getChanged_at() {
        return changed_at;
    }

    public void setChanged_at(Instant changed_at) {
        this.changed_at = changed_at;
    }

    public String getLink_version() {
        return link_version;
    }

    public void setLink_version(String link_version) {
        this.link_version = link_version;
    }

    public Long getClick_count() {
        return click_count;
    }

    public void setClick_count(Long click_count) {
        this.click_count = click_count;
    }

    public Long getClick_version() {
        return click_version;
    }

    public void setClick_version(Long click_version) {
        this.click_version = click_version;
    }
}
