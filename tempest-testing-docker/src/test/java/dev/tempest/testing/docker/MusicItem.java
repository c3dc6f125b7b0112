package dev.tempest.testing.docker;

import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;

@DynamoDbBean
public class MusicItem {
    private String token;

    static MusicItem of(String token) {
        MusicItem item = new MusicItem();
        item.setToken(token);
        return item;
    }

    @DynamoDbPartitionKey
    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }
}
