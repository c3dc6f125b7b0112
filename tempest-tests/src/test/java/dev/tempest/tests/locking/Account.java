package dev.tempest.tests.locking;

import java.math.BigInteger;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.extensions.annotations.DynamoDbVersionAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;

/** The raw item type of these tests: a version of every kind, and room for a write token. */
@DynamoDbBean
public class Account {
    private String id;
    private String generation;
    private Long balance;
    private List<String> changes;
    private String status;
    private Long version;
    private Integer int_version;
    private Short short_version;
    private BigInteger big_version;
    private String text_version;
    private Long sdk_version;
    private String write_token;

    @DynamoDbPartitionKey
    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getGeneration() {
        return generation;
    }

    public void setGeneration(String generation) {
        this.generation = generation;
    }

    public Long getBalance() {
        return balance;
    }

    public void setBalance(Long balance) {
        this.balance = balance;
    }

    public List<String> getChanges() {
        return changes;
    }

    public void setChanges(List<String> changes) {
        this.changes = changes;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public Long getVersion() {
        return version;
    }

    public void setVersion(Long version) {
        this.version = version;
    }

    public Integer getInt_version() {
        return int_version;
    }

    public void setInt_version(Integer int_version) {
        this.int_version = int_version;
    }

    public Short getShort_version() {
        return short_version;
    }

    public void setShort_version(Short short_version) {
        this.short_version = short_version;
    }

    public BigInteger getBig_version() {
        return big_version;
    }

    public void setBig_version(BigInteger big_version) {
        this.big_version = big_version;
    }

    public String getText_version() {
        return text_version;
    }

    public void setText_version(String text_version) {
        this.text_version = text_version;
    }

    @DynamoDbVersionAttribute
    public Long getSdk_version() {
        return sdk_version;
    }

    public void setSdk_version(Long sdk_version) {
        this.sdk_version = sdk_version;
    }

    public String getWrite_token() {
        return write_token;
    }

    public void setWrite_token(String write_token) {
        this.write_token = write_token;
    }
}
