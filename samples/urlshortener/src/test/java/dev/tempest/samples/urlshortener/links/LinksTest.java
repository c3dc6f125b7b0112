package dev.tempest.samples.urlshortener.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tempest.samples.urlshortener.LinkTables;
import dev.tempest.samples.urlshortener.TestClock;
import dev.tempest.samples.urlshortener.model.Clicks;
import dev.tempest.samples.urlshortener.model.Link;
import dev.tempest.samples.urlshortener.model.LinkDb;
import dev.tempest.testing.TestDb;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The rules, without any page. */
class LinksTest {
    private static final String ANN = "ann";
    private static final String BEN = "ben";
    private static final URI TEA = URI.create("https://example.com/tea");
    private static final URI COFFEE = URI.create("https://example.com/coffee");
    private static final URI WATER = URI.create("https://example.com/water");

    @RegisterExtension
    final TestDb testDb = LinkTables.testDb();

    private final TestClock clock = new TestClock();
    private LinkDb db;
    private Links links;

    @BeforeEach
    void open() {
        db = LinkTables.linkDb(testDb.connection());
        links = new Links(db, clock);
    }

    @Test
    void givesAnAliasToOneOfTwo() {
        links.make(ANN, TEA, "drink", null);

        AliasTakenException forBen =
                catchThrowableOfType(AliasTakenException.class, () -> links.make(BEN, COFFEE, "drink", null));
        AliasTakenException forAnn =
                catchThrowableOfType(AliasTakenException.class, () -> links.make(ANN, COFFEE, "drink", null));

        assertThat(forBen.isOwn()).isFalse();
        assertThat(forAnn.isOwn()).isTrue();
        assertThat(links.target("drink")).isEqualTo(TEA);
    }

    @Test
    void makesUpAnAlias() {
        Link first = links.make(ANN, TEA, null, null);
        Link second = links.make(ANN, TEA, null, null);

        assertThat(first.alias()).isNotEqualTo(second.alias());
        assertThat(links.follow(first.alias())).isEqualTo(TEA);
    }

    @Test
    void countsClicks() {
        links.make(ANN, TEA, "drink", null);
        assertThat(links.find(ANN, "drink").clicks()).isZero();

        links.follow("drink");
        links.follow("drink");
        links.target("drink");

        assertThat(links.find(ANN, "drink").clicks()).isEqualTo(2);
        assertThat(links.page(ANN, null).links())
                .singleElement()
                .extracting(CountedLink::clicks)
                .isEqualTo(2L);
    }

    @Test
    void clicksAreNoChangesThatAnEditorHasToHearOf() {
        Link seen = links.make(ANN, TEA, "drink", null);

        links.follow("drink");

        Link changed = links.retarget(ANN, "drink", seen.link_version(), COFFEE);
        assertThat(changed.target()).isEqualTo(COFFEE);
        assertThat(links.find(ANN, "drink").clicks()).isEqualTo(1);
    }

    @Test
    void doesNotFollowAnExpiredLinkThatIsStillStored() {
        links.make(ANN, TEA, "drink", Duration.ofHours(1));
        links.follow("drink");

        clock.pass(Duration.ofMinutes(59));
        assertThat(links.follow("drink")).isEqualTo(TEA);
        clock.pass(Duration.ofMinutes(1));

        assertThatThrownBy(() -> links.follow("drink")).isInstanceOf(LinkExpiredException.class);
        assertThatThrownBy(() -> links.target("drink")).isInstanceOf(LinkExpiredException.class);
        assertThat(links.find(ANN, "drink").clicks()).isEqualTo(2);
    }

    @Test
    void letsDynamoDbDeleteACounterTogetherWithItsLink() {
        Link expiring = links.make(ANN, TEA, "soon", Duration.ofHours(1));
        Link lasting = links.make(ANN, TEA, "never", null);

        links.follow("soon");
        clock.pass(Duration.ofMinutes(1));
        links.follow("soon");
        links.follow("never");

        assertThat(db.links().clicks().load(expiring.clicksKey(), true))
                .isEqualTo(new Clicks("soon", expiring.clicksKey().made_at(), 2, expiring.expires_at(), 2));
        assertThat(db.links().clicks().load(lasting.clicksKey(), true).expires_at())
                .isNull();
    }

    @Test
    void listsTheOwnersLinksNewestFirst() {
        Set<String> made = new TreeSet<>();
        for (int i = 0; i < 2 * Links.PAGE_SIZE + 3; i++) {
            made.add(links.make(ANN, TEA, "link-%02d".formatted(i), null).alias());
            links.make(BEN, COFFEE, null, null);
            clock.pass(Duration.ofMillis(i % 2));
        }

        List<Integer> sizes = new ArrayList<>();
        List<Link> listed = new ArrayList<>();
        String token = null;
        do {
            LinkPage page = links.page(ANN, token);
            sizes.add(page.links().size());
            page.links().forEach(link -> listed.add(link.link()));
            token = page.next();
        } while (token != null);

        assertThat(sizes).containsExactly(Links.PAGE_SIZE, Links.PAGE_SIZE, 3);
        assertThat(listed).extracting(Link::alias).containsExactlyInAnyOrderElementsOf(made);
        assertThat(listed).isSortedAccordingTo((a, b) -> b.created_at().compareTo(a.created_at()));
    }

    @Test
    void aFullPageIsTheLastOneIfThereIsNoMore() {
        for (int i = 0; i < Links.PAGE_SIZE; i++) {
            links.make(ANN, TEA, null, null);
        }

        assertThat(links.page(ANN, null).links()).hasSize(Links.PAGE_SIZE);
        assertThat(links.page(ANN, null).next()).isNull();
        assertThat(links.page(BEN, null).links()).isEmpty();
    }

    @Test
    void takesNobodyElsesPageToken() {
        for (int i = 0; i <= Links.PAGE_SIZE; i++) {
            links.make(ANN, TEA, null, null);
        }
        String token = links.page(ANN, null).next();

        assertThatThrownBy(() -> links.page(BEN, token)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> links.page(ANN, token.substring(1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(links.page(ANN, token).links()).hasSize(1);
    }

    @Test
    void tellsAStaleEditorWhatIsStored() {
        String seen = links.make(ANN, TEA, "drink", null).link_version();
        links.retarget(ANN, "drink", seen, COFFEE);

        StaleLinkException refusal =
                catchThrowableOfType(StaleLinkException.class, () -> links.retarget(ANN, "drink", seen, WATER));

        assertThat(refusal.stored().target()).isEqualTo(COFFEE);
        assertThat(links.target("drink")).isEqualTo(COFFEE);
        Link settled = links.retarget(ANN, "drink", refusal.stored().link_version(), WATER);
        assertThat(settled.target()).isEqualTo(WATER);
    }

    @Test
    void doesNotBotherAnEditorWhoWantsWhatIsStoredAnyway() {
        String seen = links.make(ANN, TEA, "drink", null).link_version();
        links.retarget(ANN, "drink", seen, COFFEE);

        assertThat(links.retarget(ANN, "drink", seen, COFFEE).target()).isEqualTo(COFFEE);
    }

    @Test
    void deletesALinkAndItsCounter() {
        String seen = links.make(ANN, TEA, "drink", null).link_version();
        links.follow("drink");

        links.delete(ANN, "drink", seen);

        assertThatThrownBy(() -> links.follow("drink")).isInstanceOf(NoSuchLinkException.class);
        assertThat(rows()).isEmpty();
    }

    @Test
    void doesNotDeleteALinkThatWasChanged() {
        String seen = links.make(ANN, TEA, "drink", null).link_version();
        links.retarget(ANN, "drink", seen, COFFEE);

        StaleLinkException refusal =
                catchThrowableOfType(StaleLinkException.class, () -> links.delete(ANN, "drink", seen));

        assertThat(refusal.stored().target()).isEqualTo(COFFEE);
        assertThat(links.target("drink")).isEqualTo(COFFEE);
    }

    @Test
    void countsFromZeroWhenAnAliasGoesToAnotherLink() {
        Link first = links.make(ANN, TEA, "drink", null);
        links.follow("drink");
        links.delete(ANN, "drink", first.link_version());
        // A visitor who loaded the link before it was deleted counts late.
        db.links().clicks().patch(first.clicksKey(), Clicks.oneMore(first));
        clock.pass(Duration.ofSeconds(1));

        links.make(BEN, COFFEE, "drink", null);
        links.follow("drink");

        assertThat(links.find(BEN, "drink").clicks()).isEqualTo(1);
    }

    @Test
    void anEditorOfADeletedLinkDoesNotTouchTheNextOnesLink() {
        String seen = links.make(ANN, TEA, "drink", null).link_version();
        links.delete(ANN, "drink", seen);
        links.make(BEN, COFFEE, "drink", null);

        assertThatThrownBy(() -> links.retarget(ANN, "drink", seen, WATER)).isInstanceOf(NoSuchLinkException.class);
        assertThatThrownBy(() -> links.delete(ANN, "drink", seen)).isInstanceOf(NoSuchLinkException.class);
        assertThatThrownBy(() -> links.find(ANN, "drink")).isInstanceOf(NoSuchLinkException.class);
        assertThat(links.target("drink")).isEqualTo(COFFEE);
    }

    @Test
    void storesNothingButWhatItNeeds() {
        links.make(ANN, TEA, "drink", Duration.ofDays(1));
        links.follow("drink");

        assertThat(rows())
                .extracting(Map::keySet)
                .containsExactlyInAnyOrder(
                        Set.of(
                                "partition_key",
                                "sort_key",
                                "owner_token",
                                "target",
                                "created_at",
                                "changed_at",
                                "expires_at",
                                "link_version",
                                "write_token"),
                        Set.of("partition_key", "sort_key", "click_count", "expires_at", "click_version"));
    }

    private List<Map<String, AttributeValue>> rows() {
        return testDb.client()
                .scan(request -> request.tableName(LinkDb.LINK_TABLE_NAME).consistentRead(true))
                .items();
    }
}
