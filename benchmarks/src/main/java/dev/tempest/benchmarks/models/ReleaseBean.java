package dev.tempest.benchmarks.models;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** The same 40 attributes as a bean: our raw item type, and the enhanced client's item. */
@DynamoDbBean
public class ReleaseBean {
    private @Nullable String partition_key;
    private @Nullable String sort_key;
    private @Nullable String title;
    private @Nullable String subtitle;
    private @Nullable String artist;
    private @Nullable String composer;
    private @Nullable String producer;
    private @Nullable String engineer;
    private @Nullable String studio;
    private @Nullable String label;
    private @Nullable String barcode;
    private @Nullable String catalogue;
    private @Nullable String country;
    private @Nullable String language;
    private @Nullable String artwork;
    private @Nullable String notes;
    private int discs;
    private int tracks;
    private int edition;
    private int chart_position;
    private int bit_depth;
    private int sample_rate;
    private long plays;
    private long downloads;
    private long likes;
    private long milliseconds;
    private double rating;
    private double loudness;
    private double tempo;
    private boolean explicit;
    private boolean remastered;
    private boolean live;
    private boolean available;
    private @Nullable Instant created;
    private @Nullable Instant changed;
    private @Nullable Instant imported;
    private @Nullable LocalDate released;
    private @Nullable BigDecimal price;
    private @Nullable List<String> genres;
    private @Nullable Integer weeks_in_charts;

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

    public @Nullable String getSubtitle() {
        return subtitle;
    }

    public void setSubtitle(@Nullable String subtitle) {
        this.subtitle = subtitle;
    }

    public @Nullable String getArtist() {
        return artist;
    }

    public void setArtist(@Nullable String artist) {
        this.artist = artist;
    }

    public @Nullable String getComposer() {
        return composer;
    }

    public void setComposer(@Nullable String composer) {
        this.composer = composer;
    }

    public @Nullable String getProducer() {
        return producer;
    }

    public void setProducer(@Nullable String producer) {
        this.producer = producer;
    }

    public @Nullable String getEngineer() {
        return engineer;
    }

    public void setEngineer(@Nullable String engineer) {
        this.engineer = engineer;
    }

    public @Nullable String getStudio() {
        return studio;
    }

    public void setStudio(@Nullable String studio) {
        this.studio = studio;
    }

    public @Nullable String getLabel() {
        return label;
    }

    public void setLabel(@Nullable String label) {
        this.label = label;
    }

    public @Nullable String getBarcode() {
        return barcode;
    }

    public void setBarcode(@Nullable String barcode) {
        this.barcode = barcode;
    }

    public @Nullable String getCatalogue() {
        return catalogue;
    }

    public void setCatalogue(@Nullable String catalogue) {
        this.catalogue = catalogue;
    }

    public @Nullable String getCountry() {
        return country;
    }

    public void setCountry(@Nullable String country) {
        this.country = country;
    }

    public @Nullable String getLanguage() {
        return language;
    }

    public void setLanguage(@Nullable String language) {
        this.language = language;
    }

    public @Nullable String getArtwork() {
        return artwork;
    }

    public void setArtwork(@Nullable String artwork) {
        this.artwork = artwork;
    }

    public @Nullable String getNotes() {
        return notes;
    }

    public void setNotes(@Nullable String notes) {
        this.notes = notes;
    }

    public int getDiscs() {
        return discs;
    }

    public void setDiscs(int discs) {
        this.discs = discs;
    }

    public int getTracks() {
        return tracks;
    }

    public void setTracks(int tracks) {
        this.tracks = tracks;
    }

    public int getEdition() {
        return edition;
    }

    public void setEdition(int edition) {
        this.edition = edition;
    }

    public int getChart_position() {
        return chart_position;
    }

    public void setChart_position(int chart_position) {
        this.chart_position = chart_position;
    }

    public int getBit_depth() {
        return bit_depth;
    }

    public void setBit_depth(int bit_depth) {
        this.bit_depth = bit_depth;
    }

    public int getSample_rate() {
        return sample_rate;
    }

    public void setSample_rate(int sample_rate) {
        this.sample_rate = sample_rate;
    }

    public long getPlays() {
        return plays;
    }

    public void setPlays(long plays) {
        this.plays = plays;
    }

    public long getDownloads() {
        return downloads;
    }

    public void setDownloads(long downloads) {
        this.downloads = downloads;
    }

    public long getLikes() {
        return likes;
    }

    public void setLikes(long likes) {
        this.likes = likes;
    }

    public long getMilliseconds() {
        return milliseconds;
    }

    public void setMilliseconds(long milliseconds) {
        this.milliseconds = milliseconds;
    }

    public double getRating() {
        return rating;
    }

    public void setRating(double rating) {
        this.rating = rating;
    }

    public double getLoudness() {
        return loudness;
    }

    public void setLoudness(double loudness) {
        this.loudness = loudness;
    }

    public double getTempo() {
        return tempo;
    }

    public void setTempo(double tempo) {
        this.tempo = tempo;
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

    public boolean getLive() {
        return live;
    }

    public void setLive(boolean live) {
        this.live = live;
    }

    public boolean getAvailable() {
        return available;
    }

    public void setAvailable(boolean available) {
        this.available = available;
    }

    public @Nullable Instant getCreated() {
        return created;
    }

    public void setCreated(@Nullable Instant created) {
        this.created = created;
    }

    public @Nullable Instant getChanged() {
        return changed;
    }

    public void setChanged(@Nullable Instant changed) {
        this.changed = changed;
    }

    public @Nullable Instant getImported() {
        return imported;
    }

    public void setImported(@Nullable Instant imported) {
        this.imported = imported;
    }

    public @Nullable LocalDate getReleased() {
        return released;
    }

    public void setReleased(@Nullable LocalDate released) {
        this.released = released;
    }

    public @Nullable BigDecimal getPrice() {
        return price;
    }

    public void setPrice(@Nullable BigDecimal price) {
        this.price = price;
    }

    public @Nullable List<String> getGenres() {
        return genres;
    }

    public void setGenres(@Nullable List<String> genres) {
        this.genres = genres;
    }

    public @Nullable Integer getWeeks_in_charts() {
        return weeks_in_charts;
    }

    public void setWeeks_in_charts(@Nullable Integer weeks_in_charts) {
        this.weeks_in_charts = weeks_in_charts;
    }

    /** One of many items of a partition. */
    public static ReleaseBean sample(String number) {
        ReleaseBean bean = new ReleaseBean();
        bean.setPartition_key("M_4f1c2d7e90");
        bean.setSort_key("RELEASE_" + number);
        bean.setTitle("title of Late Night Transmissions");
        bean.setSubtitle("subtitle of Late Night Transmissions");
        bean.setArtist("artist of Late Night Transmissions");
        bean.setComposer("composer of Late Night Transmissions");
        bean.setProducer("producer of Late Night Transmissions");
        bean.setEngineer("engineer of Late Night Transmissions");
        bean.setStudio("studio of Late Night Transmissions");
        bean.setLabel("label of Late Night Transmissions");
        bean.setBarcode("barcode of Late Night Transmissions");
        bean.setCatalogue("catalogue of Late Night Transmissions");
        bean.setCountry("country of Late Night Transmissions");
        bean.setLanguage("language of Late Night Transmissions");
        bean.setArtwork("artwork of Late Night Transmissions");
        bean.setNotes("notes of Late Night Transmissions");
        bean.setDiscs(115);
        bean.setTracks(122);
        bean.setEdition(129);
        bean.setChart_position(136);
        bean.setBit_depth(143);
        bean.setSample_rate(150);
        bean.setPlays(283935L);
        bean.setDownloads(296280L);
        bean.setLikes(308625L);
        bean.setMilliseconds(320970L);
        bean.setRating(26.25);
        bean.setLoudness(27.25);
        bean.setTempo(28.25);
        bean.setExplicit(true);
        bean.setRemastered(false);
        bean.setLive(true);
        bean.setAvailable(false);
        bean.setCreated(Instant.ofEpochMilli(1602851200123L));
        bean.setChanged(Instant.ofEpochMilli(1602937600123L));
        bean.setImported(Instant.ofEpochMilli(1603024000123L));
        bean.setReleased(LocalDate.of(2012, 10, 15));
        bean.setPrice(new BigDecimal("9.99"));
        bean.setGenres(List.of("Electronic", "Ambient", "Drone"));
        bean.setWeeks_in_charts(12);
        return bean;
    }
}
