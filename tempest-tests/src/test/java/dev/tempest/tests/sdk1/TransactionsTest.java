package dev.tempest.tests.sdk1;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.TransactionWriteSet;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.Media.Review;
import dev.tempest.tests.faces.Media.Track;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is only seen in the requests of transactions. */
class TransactionsTest {
    @RegisterExtension
    final Sdk1Db db = Sdk1Db.media();

    private final List<Track> tracks = Media.tracks("1", 101);
    private final Review review = new Review("1", "R", "Fine");

    @Test
    void keepsTheOrderOfTheOperations() {
        List<String> sent = new ArrayList<>();
        Media.Sdk1Db watched = LogicalDb.builder(Media.Sdk1Db.class)
                .client(Intercepted.client(db.client(), "transactWriteItems", (request, proceed) -> {
                    ((TransactWriteItemsRequest) request)
                            .getTransactItems()
                            .forEach(item -> sent.add(
                                    item.getPut() != null
                                            ? "put "
                                                    + item.getPut()
                                                            .getItem()
                                                            .get("sort_key")
                                                            .getS()
                                            : "delete "
                                                    + item.getDelete()
                                                            .getKey()
                                                            .get("sort_key")
                                                            .getS()));
                    return proceed.apply(request);
                }))
                .build();

        watched.transactionWrite(TransactionWriteSet.builder()
                .delete(tracks.get(3).key())
                .put(tracks.get(1))
                .addAll(TransactionWriteSet.builder()
                        .delete(tracks.get(2).key())
                        .save(review))
                .build());

        assertThat(sent).containsExactly("delete TRACK_00003", "put TRACK_00001", "delete TRACK_00002", "put REVIEW_R");
    }
}
