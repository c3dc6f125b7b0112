package dev.tempest.kotlin.fourways;

import dev.tempest.BeginsWith;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** A program in Java on SDK 2.x. */
public final class JavaOnSdk2 implements Tracks {
    private final InlineView<JavaTrack.Key, JavaTrack> view;

    public JavaOnSdk2(DynamoDbEnhancedClient enhancedClient) {
        view = LogicalDb.create(Db.class, enhancedClient).tracks().tracks();
    }

    @Override
    public void write(List<JavaTrack> tracks) {
        tracks.forEach(view::save);
    }

    @Override
    public List<JavaTrack> read(String album) {
        return view.queryAllContents(new BeginsWith<>(new JavaTrack.Key(album))).toList();
    }

    interface Db extends LogicalDb {
        @TableName("tracks")
        Table tracks();
    }

    interface Table extends LogicalTable<Row> {
        InlineView<JavaTrack.Key, JavaTrack> tracks();
    }

    @DynamoDbBean
    public static class Row {
        private String partition_key;
        private String sort_key;
        private String title;
        private Integer plays;
        private Integer rating;
        private Boolean live;
        private Duration run_length;
        private List<String> artists;
        private Set<String> tags;

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

        public String getTitle() {
            return title;
        }

        public void setTitle(String title) {
            this.title = title;
        }

        public Integer getPlays() {
            return plays;
        }

        public void setPlays(Integer plays) {
            this.plays = plays;
        }

        public Integer getRating() {
            return rating;
        }

        public void setRating(Integer rating) {
            this.rating = rating;
        }

        public Boolean getLive() {
            return live;
        }

        public void setLive(Boolean live) {
            this.live = live;
        }

        public Duration getRun_length() {
            return run_length;
        }

        public void setRun_length(Duration run_length) {
            this.run_length = run_length;
        }

        public List<String> getArtists() {
            return artists;
        }

        public void setArtists(List<String> artists) {
            this.artists = artists;
        }

        public Set<String> getTags() {
            return tags;
        }

        public void setTags(Set<String> tags) {
            this.tags = tags;
        }
    }
}
