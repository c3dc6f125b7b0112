package dev.tempest.benchmarks.coldstart;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** One table for five kinds of items: our raw item type, and the enhanced client's bean. */
@DynamoDbBean
public class MusicItem {
    private @Nullable String partition_key;
    private @Nullable String sort_key;
    private @Nullable String album_title;
    private @Nullable String artist_name;
    private @Nullable LocalDate release_date;
    private @Nullable String genre_name;
    private @Nullable String track_title;
    private @Nullable Long run_length;
    private @Nullable String playlist_name;
    private @Nullable Integer playlist_size;
    private @Nullable List<String> playlist_tokens;
    private @Nullable Double rating;
    private @Nullable Boolean explicit;
    private @Nullable String biography;

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

    public @Nullable String getAlbum_title() {
        return album_title;
    }

    public void setAlbum_title(@Nullable String album_title) {
        this.album_title = album_title;
    }

    public @Nullable String getArtist_name() {
        return artist_name;
    }

    public void setArtist_name(@Nullable String artist_name) {
        this.artist_name = artist_name;
    }

    public @Nullable LocalDate getRelease_date() {
        return release_date;
    }

    public void setRelease_date(@Nullable LocalDate release_date) {
        this.release_date = release_date;
    }

    public @Nullable String getGenre_name() {
        return genre_name;
    }

    public void setGenre_name(@Nullable String genre_name) {
        this.genre_name = genre_name;
    }

    public @Nullable String getTrack_title() {
        return track_title;
    }

    public void setTrack_title(@Nullable String track_title) {
        this.track_title = track_title;
    }

    public @Nullable Long getRun_length() {
        return run_length;
    }

    public void setRun_length(@Nullable Long run_length) {
        this.run_length = run_length;
    }

    public @Nullable String getPlaylist_name() {
        return playlist_name;
    }

    public void setPlaylist_name(@Nullable String playlist_name) {
        this.playlist_name = playlist_name;
    }

    public @Nullable Integer getPlaylist_size() {
        return playlist_size;
    }

    public void setPlaylist_size(@Nullable Integer playlist_size) {
        this.playlist_size = playlist_size;
    }

    public @Nullable List<String> getPlaylist_tokens() {
        return playlist_tokens;
    }

    public void setPlaylist_tokens(@Nullable List<String> playlist_tokens) {
        this.playlist_tokens = playlist_tokens;
    }

    public @Nullable Double getRating() {
        return rating;
    }

    public void setRating(@Nullable Double rating) {
        this.rating = rating;
    }

    public @Nullable Boolean getExplicit() {
        return explicit;
    }

    public void setExplicit(@Nullable Boolean explicit) {
        this.explicit = explicit;
    }

    public @Nullable String getBiography() {
        return biography;
    }

    public void setBiography(@Nullable String biography) {
        this.biography = biography;
    }
}
