package dev.tempest.testing.sdk1;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;

/** A raw item class with a local index and two global ones, one of which has no sort key. */
@DynamoDBTable(tableName = "music_items")
public class MusicItem {
    private String partitionKey;
    private String sortKey;
    private String title;
    private String artist;
    private Integer year;

    public static MusicItem of(String partitionKey, String sortKey) {
        MusicItem item = new MusicItem();
        item.setPartitionKey(partitionKey);
        item.setSortKey(sortKey);
        return item;
    }

    @DynamoDBHashKey
    public String getPartitionKey() {
        return partitionKey;
    }

    public void setPartitionKey(String partitionKey) {
        this.partitionKey = partitionKey;
    }

    @DynamoDBRangeKey
    public String getSortKey() {
        return sortKey;
    }

    public void setSortKey(String sortKey) {
        this.sortKey = sortKey;
    }

    @DynamoDBIndexRangeKey(localSecondaryIndexName = "by_title")
    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    @DynamoDBIndexHashKey(globalSecondaryIndexNames = {"by_artist_and_year", "by_artist"})
    public String getArtist() {
        return artist;
    }

    public void setArtist(String artist) {
        this.artist = artist;
    }

    @DynamoDBIndexRangeKey(globalSecondaryIndexName = "by_artist_and_year")
    public Integer getYear() {
        return year;
    }

    public void setYear(Integer year) {
        this.year = year;
    }
}
