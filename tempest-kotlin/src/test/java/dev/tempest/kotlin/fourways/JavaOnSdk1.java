package dev.tempest.kotlin.fourways;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperFieldModel.DynamoDBAttributeType;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverted;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverter;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTyped;
import dev.tempest.BeginsWith;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.LogicalTable;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A program in Java on SDK 1.x. */
public final class JavaOnSdk1 implements Tracks {
    private final InlineView<JavaTrack.Key, JavaTrack> view;

    public JavaOnSdk1(DynamoDBMapper dynamoDbMapper) {
        view = LogicalDb.create(Db.class, dynamoDbMapper).tracks().tracks();
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
        Table tracks();
    }

    interface Table extends LogicalTable<Row> {
        InlineView<JavaTrack.Key, JavaTrack> tracks();
    }

    @DynamoDBTable(tableName = "tracks")
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

        @DynamoDBHashKey
        public String getPartition_key() {
            return partition_key;
        }

        public void setPartition_key(String partition_key) {
            this.partition_key = partition_key;
        }

        @DynamoDBRangeKey
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

        // Not as the mapper's default, a number.
        @DynamoDBTyped(DynamoDBAttributeType.BOOL)
        public Boolean getLive() {
            return live;
        }

        public void setLive(Boolean live) {
            this.live = live;
        }

        @DynamoDBTypeConverted(converter = SecondsConverter.class)
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

    public static class SecondsConverter implements DynamoDBTypeConverter<Long, Duration> {
        @Override
        public Long convert(Duration duration) {
            return duration.toSeconds();
        }

        @Override
        public Duration unconvert(Long seconds) {
            return Duration.ofSeconds(seconds);
        }
    }
}
