package dev.tempest.tests.forms;

import dev.tempest.tests.forms.Album.Genre;
import dev.tempest.tests.forms.Album.Label;
import dev.tempest.tests.forms.Album.Node;
import dev.tempest.tests.forms.Album.Payment;
import dev.tempest.tests.forms.Album.Track;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

@DynamoDbBean
public class RawAlbum {
    private String partition_key;
    private String sort_key;
    private Genre genre;
    private Label label;
    private List<Track> tracks;
    private Map<UUID, BigDecimal> prices;
    private Map<Genre, List<Label>> byGenre;
    private Optional<String> subtitle;
    private Payment payment;
    private Node tree;
    private int[] ratings;
    private Set<String> tags;
    private Set<Track> bonus;

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

    public Genre getGenre() {
        return genre;
    }

    public void setGenre(Genre genre) {
        this.genre = genre;
    }

    public Label getLabel() {
        return label;
    }

    public void setLabel(Label label) {
        this.label = label;
    }

    public List<Track> getTracks() {
        return tracks;
    }

    public void setTracks(List<Track> tracks) {
        this.tracks = tracks;
    }

    public Map<UUID, BigDecimal> getPrices() {
        return prices;
    }

    public void setPrices(Map<UUID, BigDecimal> prices) {
        this.prices = prices;
    }

    public Map<Genre, List<Label>> getByGenre() {
        return byGenre;
    }

    public void setByGenre(Map<Genre, List<Label>> byGenre) {
        this.byGenre = byGenre;
    }

    public Optional<String> getSubtitle() {
        return subtitle;
    }

    public void setSubtitle(Optional<String> subtitle) {
        this.subtitle = subtitle;
    }

    public Payment getPayment() {
        return payment;
    }

    public void setPayment(Payment payment) {
        this.payment = payment;
    }

    public Node getTree() {
        return tree;
    }

    public void setTree(Node tree) {
        this.tree = tree;
    }

    public int[] getRatings() {
        return ratings;
    }

    public void setRatings(int[] ratings) {
        this.ratings = ratings;
    }

    public Set<String> getTags() {
        return tags;
    }

    public void setTags(Set<String> tags) {
        this.tags = tags;
    }

    public Set<Track> getBonus() {
        return bonus;
    }

    public void setBonus(Set<Track> bonus) {
        this.bonus = bonus;
    }
}
