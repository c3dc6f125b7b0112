package dev.tempest.tests.values;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverted;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@link ValueRow} for SDK 1.x. */
@DynamoDBTable(tableName = "values")
public class ValueRow1 {
    private String pk;
    private String sk;
    private String owner;
    private String rank;
    private String note;
    private BigDecimal net;
    private BigDecimal gross;
    private Double ratio;
    private Set<BigDecimal> steps;
    private List<BigDecimal> amounts;
    private Map<String, BigDecimal> shares;
    private Set<String> tags;
    private Set<Integer> scores;
    private List<String> names;
    private Map<String, String> texts;
    private Long version;
    private Long hits;
    private Odd odd;

    @DynamoDBHashKey
    public String getPk() {
        return pk;
    }

    public void setPk(String pk) {
        this.pk = pk;
    }

    @DynamoDBRangeKey
    public String getSk() {
        return sk;
    }

    public void setSk(String sk) {
        this.sk = sk;
    }

    @DynamoDBIndexHashKey(globalSecondaryIndexName = "by_owner")
    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    @DynamoDBIndexRangeKey(globalSecondaryIndexName = "by_owner")
    public String getRank() {
        return rank;
    }

    public void setRank(String rank) {
        this.rank = rank;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public BigDecimal getNet() {
        return net;
    }

    public void setNet(BigDecimal net) {
        this.net = net;
    }

    public BigDecimal getGross() {
        return gross;
    }

    public void setGross(BigDecimal gross) {
        this.gross = gross;
    }

    public Double getRatio() {
        return ratio;
    }

    public void setRatio(Double ratio) {
        this.ratio = ratio;
    }

    public Set<BigDecimal> getSteps() {
        return steps;
    }

    public void setSteps(Set<BigDecimal> steps) {
        this.steps = steps;
    }

    public List<BigDecimal> getAmounts() {
        return amounts;
    }

    public void setAmounts(List<BigDecimal> amounts) {
        this.amounts = amounts;
    }

    public Map<String, BigDecimal> getShares() {
        return shares;
    }

    public void setShares(Map<String, BigDecimal> shares) {
        this.shares = shares;
    }

    public Set<String> getTags() {
        return tags;
    }

    public void setTags(Set<String> tags) {
        this.tags = tags;
    }

    public Set<Integer> getScores() {
        return scores;
    }

    public void setScores(Set<Integer> scores) {
        this.scores = scores;
    }

    public List<String> getNames() {
        return names;
    }

    public void setNames(List<String> names) {
        this.names = names;
    }

    public Map<String, String> getTexts() {
        return texts;
    }

    public void setTexts(Map<String, String> texts) {
        this.texts = texts;
    }

    public Long getVersion() {
        return version;
    }

    public void setVersion(Long version) {
        this.version = version;
    }

    public Long getHits() {
        return hits;
    }

    public void setHits(Long hits) {
        this.hits = hits;
    }

    @DynamoDBTypeConverted(converter = OddConverter1.class)
    public Odd getOdd() {
        return odd;
    }

    public void setOdd(Odd odd) {
        this.odd = odd;
    }
}
