package dev.tempest.tests.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.tests.sdk1.Sdk1Db;
import dev.tempest.tests.values.Values.AsyncDb;
import dev.tempest.tests.values.Values.Db;
import dev.tempest.tests.values.Values.Db1;
import dev.tempest.tests.values.Values.ItemKey;
import dev.tempest.tests.values.Values.Post;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** A value that DynamoDB cannot store is refused with its type, its property and its item's key, before anything is sent. */
class UnstorableTest {
    @RegisterExtension
    final Sdk1Db db = new Sdk1Db().table(Values.TABLE, ValueRow1.class);

    private Db sdk2;
    private Db1 sdk1;

    @BeforeEach
    void connect() {
        sdk2 = db.sdk2().logicalDb(Db.class);
        sdk1 = LogicalDb.create(Db1.class, db.mapper());
    }

    static Stream<Arguments> unstorable() {
        Post fine = Post.fine("7");
        return Stream.of(
                Arguments.of("tags is an empty set", fine.tags(Set.of())),
                Arguments.of("steps is an empty set", fine.steps(Set.of())),
                Arguments.of(
                        "tags cannot be stored: its converter threw",
                        fine.tags(new HashSet<>(Arrays.asList("a", null)))),
                Arguments.of("ratio is a number that DynamoDB does not have", fine.ratio(Double.NaN)),
                Arguments.of("ratio is a number that DynamoDB does not have", fine.ratio(Double.NEGATIVE_INFINITY)),
                Arguments.of("ratio is a number that DynamoDB does not have", fine.ratio(1e200)),
                Arguments.of("net is a number that DynamoDB does not have", fine.net("1E+126")),
                Arguments.of("net is a number that DynamoDB does not have", fine.net("1E+2000000000")),
                Arguments.of(
                        "net is a number that DynamoDB does not have",
                        fine.net("1.23456789012345678901234567890123456789")),
                Arguments.of(
                        "amounts holds a value that is a number that DynamoDB does not have",
                        fine.amounts(List.of(BigDecimal.ONE, new BigDecimal("1E-131")))),
                Arguments.of(
                        "steps is a set in which a number is twice",
                        fine.steps(Set.of(new BigDecimal("1.0"), new BigDecimal("1.00")))),
                Arguments.of(
                        "odd cannot be stored: its converter threw java.lang.IllegalStateException",
                        fine.odd(Odd.SECRET)));
    }

    private void assertRefused(String problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Values.Post." + problem)
                .hasMessageEndingWith(": {pk=p, sk=O_7}.")
                .hasMessageNotContaining("SECRET")
                .hasMessageNotContaining("NaN");
        assertThat(db.sdk2()
                        .client()
                        .scan(ScanRequest.builder().tableName(Values.TABLE).build())
                        .items())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("unstorable")
    void aSaveIsRefused(String problem, Post post) {
        assertRefused(problem, () -> sdk2.table().posts().save(post));
        assertRefused(problem, () -> sdk2.table().posts().create(post));
        assertRefused(problem, () -> sdk2.table().posts().updateOrCreate(new ItemKey("p", "7"), none -> post));
        var async = db.sdk2().asyncLogicalDb(AsyncDb.class);
        assertRefused(problem, () -> Joined.join(async.table().posts().saveAsync(post)));
    }

    @ParameterizedTest
    @MethodSource("unstorable")
    void aBatchOrTransactionWithOneOfThemIsRefusedAsAWhole(String problem, Post post) {
        List<Post> many = new ArrayList<>();
        for (int i = 1000; i < 1060; i++) {
            many.add(i == 1050 ? post : Post.fine("" + i));
        }

        assertRefused(
                problem,
                () -> sdk2.batchWrite(
                        BatchWriteSet.builder().clobber(many).ignoreVersions().build()));
        assertRefused(problem, () -> {
            TransactionWriteSet.Builder set = TransactionWriteSet.builder();
            many.forEach(set::save);
            sdk2.transactionWrite(set.build());
        });
    }

    @Test
    void whatDynamoDbCanStoreIsStored() {
        Post post = Post.fine("1")
                .ratio(-1.5e125)
                .net("99999999999999999999999999999999999999E+88")
                .steps(Set.of(new BigDecimal("1E-130"), new BigDecimal("-0.10"), new BigDecimal("1E+125")))
                .tags(Set.of("", "a"))
                .amounts(List.of());
        sdk2.table().posts().save(post);
        sdk2.table().posts().save(Post.fine("2").net("1.00000000000000000000000000000000000000000000"));

        assertThat(sdk2.table().posts().load(new ItemKey("p", "1")).ratio()).isEqualTo(-1.5e125);
        assertThat(sdk2.table().posts().load(new ItemKey("p", "2")).net()).isEqualByComparingTo("1");
    }

    @Test
    void theMessageNamesThePropertyAndTheKey() {
        var posts = sdk2.table().posts();
        assertThatThrownBy(() -> posts.save(Post.fine("7").net("1E+200")))
                .hasMessage("Values.Post.net is a number that DynamoDB does not have, and so cannot be stored:"
                        + " {pk=p, sk=O_7}.");
        assertThatThrownBy(() -> posts.save(Post.fine("7").steps(Set.of(new BigDecimal("1.0"), BigDecimal.ONE))))
                .hasMessage("Values.Post.steps is a set in which a number is twice, and so cannot be stored:"
                        + " {pk=p, sk=O_7}.");
    }

    @Test
    void nullsInAListAreStored() {
        List<String> names = Arrays.asList("a", null);
        sdk2.table().texts().save(new Values.Texts("p", "1", names, null));

        assertThat(sdk2.table().texts().load(new ItemKey("p", "1")).names()).isEqualTo(names);
    }

    @Test
    void aRawItemIsRefusedToo() {
        ValueRow row = new ValueRow();
        row.setPk("p");
        row.setSk("O_7");
        row.setTags(Set.of());
        assertThatThrownBy(() -> sdk2.table().save(row))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ValueRow.tags is an empty set, and so cannot be stored: {pk=p, sk=O_7}.");

        row.setTags(null);
        row.setOdd(Odd.SECRET);
        assertThatThrownBy(() -> sdk2.table().save(row))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ValueRow.odd cannot be stored: its converter threw java.lang.IllegalStateException:"
                        + " {pk=p, sk=O_7}.");

        row.setOdd(null);
        row.setGroups(List.of(Set.of("a"), Set.of()));
        assertThatThrownBy(() -> sdk2.table().save(row))
                .hasMessage("ValueRow.groups holds a value that is an empty set, and so cannot be stored:"
                        + " {pk=p, sk=O_7}.");
    }

    @ParameterizedTest
    @MethodSource("unstorable")
    void sdk1RefusesItOrStoresItAsItsMapperDoes(String problem, Post post) {
        var posts = sdk1.table().posts();
        try {
            posts.save(post);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("Values.Post.").hasMessageEndingWith(": {pk=p, sk=O_7}.");
            assertThat(posts.load(new ItemKey("p", "7"))).isNull();
            return;
        }
        // Its mapper has no empty sets.
        assertThat(problem).contains("is an empty set");
        assertThat(posts.load(new ItemKey("p", "7")).ratio()).isEqualTo(1.0);
    }
}
