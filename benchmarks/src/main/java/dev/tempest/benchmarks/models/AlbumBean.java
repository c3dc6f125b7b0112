package dev.tempest.benchmarks.models;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** The same 12 attributes as a bean: our raw item type, and the enhanced client's item. */
@DynamoDbBean
public class AlbumBean {
    private @Nullable String partition_key;
    private @Nullable String sort_key;
    private @Nullable String title;
    private @Nullable String artist;
    private @Nullable String label;
    private @Nullable List<String> genres;
    private @Nullable Instant released;
    private int tracks;
    private long plays;
    private double rating;
    private boolean explicit;
    private boolean remastered;

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

    public @Nullable String getArtist() {
        return artist;
    }

    public void setArtist(@Nullable String artist) {
        this.artist = artist;
    }

    public @Nullable String getLabel() {
        return label;
    }

    public void setLabel(@Nullable String label) {
        this.label = label;
    }

    public @Nullable List<String> getGenres() {
        return genres;
    }

    public void setGenres(@Nullable List<String> genres) {
        this.genres = genres;
    }

    public @Nullable Instant getReleased() {
        return released;
    }

    public void setReleased(@Nullable Instant released) {
        this.released = released;
    }

    public int getTracks() {
        return tracks;
    }

    public void setTracks(int tracks) {
        this.tracks = tracks;
    }

    public long getPlays() {
        return plays;
    }

    public void setPlays(long plays) {
        this.plays = plays;
    }

    public double getRating() {
        return rating;
    }

    public void setRating(double rating) {
        this.rating = rating;
    }

    public boolean getExplicit() {
        return explicit;
    }

    public void setExplicit(boolean explicit) {
        this.explicit = explicit;
    }

    public boolean getRemastered() {
        return remastered;
    }

    public void setRemastered(boolean remastered) {
        this.remastered = remastered;
    }

    /** One of many items of a partition. */
    public static AlbumBean sample(String number) {
        AlbumBean bean = new AlbumBean();
        bean.setPartition_key("M_4f1c2d7e90");
        bean.setSort_key("ALBUM_" + number);
        bean.setTitle("title of Late Night Transmissions");
        bean.setArtist("artist of Late Night Transmissions");
        bean.setLabel("label of Late Night Transmissions");
        bean.setGenres(List.of("Electronic", "Ambient", "Drone"));
        bean.setReleased(Instant.ofEpochMilli(1600518400123L));
        bean.setTracks(52);
        bean.setPlays(111105L);
        bean.setRating(9.25);
        bean.setExplicit(false);
        bean.setRemastered(true);
        return bean;
    }
}
