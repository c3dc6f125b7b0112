package dev.tempest.tests.designs;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.BeginsWith;
import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.ItemSet;
import dev.tempest.KeyTemplate;
import dev.tempest.LessThanOrEqualTo;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A code-hosting service: accounts, repositories, issues, pull requests, stars and forks. One index serves six types. */
class CodeHostingTest {
    enum State {
        CLOSED,
        OPEN
    }

    /** A user or an organisation: both share their names. */
    record Account(
            @Attribute(name = "pk", prefix = "ACCOUNT#") String account, boolean is_organisation) {
        @Attribute(prefix = "ACCOUNT")
        public String sk() {
            return "";
        }

        record Key(String account) {
            public String sk() {
                return "";
            }
        }
    }

    @KeyTemplate(attribute = "sk", value = "MEMBER#{member}")
    @KeyTemplate(attribute = "gsi1_pk", value = "ACCOUNT#{member}")
    @KeyTemplate(attribute = "gsi1_sk", value = "MEMBER#{account}")
    record Member(
            @Attribute(
                    names = {"pk"},
                    prefix = "ACCOUNT#")
            String account,

            String member) {
        record Key(String account, @Nullable String member) {}

        @ForIndex("gsi1")
        record ByMember(String member, @Nullable String account) {}
    }

    // The repository is between its issues and its pull requests, so that it and the newest issues are neighbours.
    @KeyTemplate(attribute = "pk", value = "REPO#{owner}#{repo}")
    @KeyTemplate(attribute = "gsi1_pk", value = "ACCOUNT#{owner}")
    @KeyTemplate(attribute = "gsi1_sk", value = "REPO#{pushed_on}#{repo}")
    record Repo(String owner, String repo, LocalDate pushed_on, int numbers, int stars, int forks) {
        @Attribute(prefix = "META")
        public String sk() {
            return "";
        }

        record Key(String owner, String repo) {
            public String sk() {
                return "";
            }
        }

        @ForIndex("gsi1")
        record ByOwner(
                String owner,
                @Nullable LocalDate pushed_on,
                @Nullable String repo) {
            ByOwner(String owner) {
                this(owner, null, null);
            }

            public String sk() {
                return "";
            }
        }
    }

    @KeyTemplate(attribute = "pk", value = "REPO#{owner}#{repo}")
    @KeyTemplate(attribute = "sk", value = "ISSUE#{number:7}")
    @KeyTemplate(attribute = "gsi1_pk", value = "REPO#{owner}#{repo}")
    @KeyTemplate(attribute = "gsi1_sk", value = "ISSUE#{state}#{number:7}")
    record Issue(String owner, String repo, int number, State state, String title) {
        record Key(String owner, String repo, @Nullable Integer number) {}

        @ForIndex("gsi1")
        record ByState(
                String owner,
                String repo,
                @Nullable State state,
                @Nullable Integer number) {}
    }

    @KeyTemplate(attribute = "pk", value = "REPO#{owner}#{repo}")
    @KeyTemplate(attribute = "sk", value = "PULL#{number:7}")
    @KeyTemplate(attribute = "gsi1_pk", value = "REPO#{owner}#{repo}")
    @KeyTemplate(attribute = "gsi1_sk", value = "PULL#{state}#{number:7}")
    record PullRequest(String owner, String repo, int number, State state, String branch) {
        record Key(String owner, String repo, @Nullable Integer number) {}

        @ForIndex("gsi1")
        record ByState(
                String owner,
                String repo,
                @Nullable State state,
                @Nullable Integer number) {}
    }

    @KeyTemplate(attribute = "pk", value = "REPO#{owner}#{repo}")
    @KeyTemplate(attribute = "sk", value = "STAR#{user}")
    @KeyTemplate(attribute = "gsi1_pk", value = "ACCOUNT#{user}")
    @KeyTemplate(attribute = "gsi1_sk", value = "STAR#{starred_on}#{owner}#{repo}")
    record Star(String owner, String repo, String user, LocalDate starred_on) {
        record Key(String owner, String repo, @Nullable String user) {}

        @ForIndex("gsi1")
        record ByUser(
                String user,
                @Nullable LocalDate starred_on,
                @Nullable String owner,
                @Nullable String repo) {
            ByUser(String user) {
                this(user, null, null, null);
            }
        }
    }

    @KeyTemplate(attribute = "pk", value = "REPO#{owner}#{repo}")
    @KeyTemplate(attribute = "sk", value = "FORK#{forker}")
    @KeyTemplate(attribute = "gsi1_pk", value = "ACCOUNT#{forker}")
    @KeyTemplate(attribute = "gsi1_sk", value = "FORK#{owner}#{repo}")
    record Fork(String owner, String repo, String forker) {
        record Key(String owner, String repo, @Nullable String forker) {}

        @ForIndex("gsi1")
        record ByForker(
                String forker,
                @Nullable String owner,
                @Nullable String repo) {}
    }

    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = @Index(name = "gsi1", partitionKey = "gsi1_pk", sortKey = "gsi1_sk"))
    interface Hosting extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Account.Key, Account> accounts();

        InlineView<Member.Key, Member> members();

        InlineView<Repo.Key, Repo> repos();

        InlineView<Issue.Key, Issue> issues();

        InlineView<PullRequest.Key, PullRequest> pullRequests();

        InlineView<Star.Key, Star> stars();

        InlineView<Fork.Key, Fork> forks();

        SecondaryIndex<Member.ByMember, Member> membersByMember();

        SecondaryIndex<Repo.ByOwner, Repo> reposByOwner();

        SecondaryIndex<Issue.ByState, Issue> issuesByState();

        SecondaryIndex<PullRequest.ByState, PullRequest> pullRequestsByState();

        SecondaryIndex<Star.ByUser, Star> starsByUser();

        SecondaryIndex<Fork.ByForker, Fork> forksByForker();
    }

    interface Db extends LogicalDb {
        @TableName("hosting")
        Hosting hosting();
    }

    @RegisterExtension
    final TestDb tables = TestDb.of(TestTable.create("hosting", Hosting.class));

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final Repo TEMPO = new Repo("ada", "tempo", MAY, 0, 0, 0);
    private static final Repo.Key TEMPO_KEY = new Repo.Key("ada", "tempo");
    private static final QueryConfig NEWEST_FIRST =
            QueryConfig.builder().asc(false).pageSize(2).build();

    private final Requests requests = new Requests();
    private Db db;
    private Hosting hosting;

    @BeforeEach
    void open() {
        db = requests.open(tables, Db.class);
        hosting = db.hosting();
        hosting.repos().create(TEMPO);
    }

    private Issue issue(int number) {
        return hosting.issues().create(new Issue("ada", "tempo", number, State.OPEN, "title"));
    }

    @Test
    void createAccountOfUniqueName() {
        Account ada = requests.one(() -> hosting.accounts().create(new Account("ada", false)));

        assertThat(requests.one(() -> hosting.accounts().load(new Account.Key("ada"))))
                .isEqualTo(ada);
        assertThatThrownBy(() -> hosting.accounts().create(new Account("ada", true)))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void membersOfAnOrganisationAndOrganisationsOfAUser() {
        Member member = requests.one(() -> hosting.members().create(new Member("acme", "ada")));

        assertThat(requests.one(() -> hosting.members()
                        .query(new BeginsWith<>(new Member.Key("acme", null)))
                        .contents()))
                .containsExactly(member);
        assertThat(requests.one(() -> hosting.membersByMember()
                        .query(new BeginsWith<>(new Member.ByMember("ada", null)))
                        .contents()))
                .containsExactly(member);
    }

    @Test
    void repositoriesOfAnAccountLastPushedFirst() {
        Repo newer = hosting.repos().create(new Repo("ada", "newer", MAY.plusDays(1), 0, 0, 0));
        hosting.stars().create(new Star("ben", "other", "ada", MAY));

        assertThat(requests.one(() -> hosting.reposByOwner()
                        .query(new BeginsWith<>(new Repo.ByOwner("ada")), NEWEST_FIRST)
                        .contents()))
                .containsExactly(newer, TEMPO);
    }

    @Test
    void createIssueWithTheNextNumber() {
        issue(1);
        hosting.repos().increment(TEMPO_KEY, number(Repo::numbers), 9);

        Issue issue = requests.exactly(2, () -> {
            long number = hosting.repos().increment(TEMPO_KEY, number(Repo::numbers), 1);
            return issue(Math.toIntExact(number));
        });

        assertThat(requests.one(() -> hosting.issues().load(new Issue.Key("ada", "tempo", 10))))
                .isEqualTo(issue);
    }

    @Test
    void repositoryWithTheNewestIssues() {
        List.of(1, 2, 9, 10).forEach(this::issue);
        hosting.pullRequests().create(new PullRequest("ada", "tempo", 11, State.OPEN, "main"));

        ItemSet found = requests.one(() -> hosting.loadPartition(
                new LessThanOrEqualTo<>(TEMPO_KEY),
                QueryConfig.builder().asc(false).limit(4).build(),
                Repo.class,
                Issue.class));

        assertThat(found.getItems(Repo.class)).containsExactly(TEMPO);
        assertThat(found.getItems(Issue.class)).extracting(Issue::number).containsExactly(10, 9, 2);
    }

    @Test
    void openIssuesNewestFirstInPages() {
        List.of(1, 2, 9, 10).forEach(this::issue);
        hosting.issues().create(new Issue("ada", "tempo", 11, State.CLOSED, "title"));
        BeginsWith<Issue.ByState> open = new BeginsWith<>(new Issue.ByState("ada", "tempo", State.OPEN, null));

        Page<Issue.ByState, Issue> first =
                requests.one(() -> hosting.issuesByState().query(open, NEWEST_FIRST));
        Page<Issue.ByState, Issue> second =
                requests.one(() -> hosting.issuesByState().query(open, NEWEST_FIRST, first.offset()));

        assertThat(first.contents()).extracting(Issue::number).containsExactly(10, 9);
        assertThat(second.contents()).extracting(Issue::number).containsExactly(2, 1);
    }

    @Test
    void closeIssue() {
        issue(1);

        Issue closed = requests.one(() -> hosting.issues()
                .patch(
                        new Issue.Key("ada", "tempo", 1),
                        attr(Issue::state)
                                .set(State.CLOSED)
                                .onlyIf(attr(Issue::state).eq(State.OPEN))));

        assertThat(hosting.issuesByState()
                        .queryAllContents(new BeginsWith<>(new Issue.ByState("ada", "tempo", State.CLOSED, null))))
                .containsExactly(closed);
    }

    @Test
    void pullRequestsByNumberAndByState() {
        PullRequest first = hosting.pullRequests().create(new PullRequest("ada", "tempo", 9, State.CLOSED, "a"));
        PullRequest second = hosting.pullRequests().create(new PullRequest("ada", "tempo", 10, State.CLOSED, "b"));
        hosting.pullRequests().create(new PullRequest("ada", "tempo", 11, State.OPEN, "c"));

        assertThat(requests.one(() -> hosting.pullRequests().load(new PullRequest.Key("ada", "tempo", 9))))
                .isEqualTo(first);
        assertThat(requests.one(() -> hosting.pullRequestsByState()
                        .query(
                                new BeginsWith<>(new PullRequest.ByState("ada", "tempo", State.CLOSED, null)),
                                NEWEST_FIRST)
                        .contents()))
                .containsExactly(second, first);
    }

    private ItemSet star(String user) {
        return db.transactionWrite(TransactionWriteSet.builder()
                .create(new Star("ada", "tempo", user, MAY))
                .patch(TEMPO_KEY, number(Repo::stars).add(1))
                .build());
    }

    @Test
    void starRepositoryOnce() {
        requests.one(() -> star("ben"));

        assertThatThrownBy(() -> star("ben")).isInstanceOf(TransactionCanceledException.class);
        assertThat(hosting.repos().load(TEMPO_KEY).stars()).isEqualTo(1);
    }

    @Test
    void stargazersOfARepositoryAndStarsOfAUserNewestFirst() {
        star("ben");
        star("cy");
        Star newer = hosting.stars().create(new Star("ada", "other", "ben", MAY.plusDays(1)));

        assertThat(requests.one(() -> hosting.stars()
                        .query(new BeginsWith<>(new Star.Key("ada", "tempo", null)))
                        .contents()))
                .extracting(Star::user)
                .containsExactly("ben", "cy");
        assertThat(requests.one(() -> hosting.starsByUser()
                        .query(new BeginsWith<>(new Star.ByUser("ben")), NEWEST_FIRST)
                        .contents()))
                .containsExactly(newer, new Star("ada", "tempo", "ben", MAY));
    }

    @Test
    void forkRepository() {
        Fork fork = new Fork("ada", "tempo", "ben");

        requests.one(() -> db.transactionWrite(TransactionWriteSet.builder()
                .create(fork)
                .create(new Repo("ben", "tempo", MAY, 0, 0, 0))
                .patch(TEMPO_KEY, number(Repo::forks).add(1))
                .build()));

        assertThat(requests.one(() -> hosting.forks()
                        .query(new BeginsWith<>(new Fork.Key("ada", "tempo", null)))
                        .contents()))
                .containsExactly(fork);
        assertThat(requests.one(() -> hosting.forksByForker()
                        .query(new BeginsWith<>(new Fork.ByForker("ben", null, null)))
                        .contents()))
                .containsExactly(fork);
    }
}
