package dev.tempest.tests.designs;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.BeginsWith;
import dev.tempest.ForIndex;
import dev.tempest.GreaterThan;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A team chat: channels, their messages, and who is a member of which. */
class TeamChatTest {
    record Channel(
            @Attribute(name = "pk", prefix = "CHANNEL#") String channel, String topic) {
        @Attribute(prefix = "TOPIC")
        public String sk() {
            return "";
        }

        record Key(String channel) {
            public String sk() {
                return "";
            }
        }
    }

    record Member(
            @Attribute(name = "pk", prefix = "CHANNEL#") String channel,
            @Attribute(name = "sk", prefix = "USER#") String user,
            long read_until) {
        record Key(String channel, @Nullable String user) {}

        @ForIndex("inverted")
        record ByUser(String user, @Nullable String channel) {}
    }

    // Messages are below the topic, so that it and the newest messages are neighbours.
    @KeyTemplate(attribute = "sk", value = "MESSAGE#{sent_at}#{author}")
    record Message(
            @Attribute(name = "pk", prefix = "CHANNEL#") String channel, Instant sent_at, String author, String text) {
        record Key(
                String channel,
                @Nullable Instant sent_at,
                @Nullable String author) {
            Key(String channel) {
                this(channel, null, null);
            }
        }
    }

    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = @Index(name = "inverted", partitionKey = "sk", sortKey = "pk"))
    interface Chat extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Channel.Key, Channel> channels();

        InlineView<Member.Key, Member> members();

        InlineView<Message.Key, Message> messages();

        SecondaryIndex<Member.ByUser, Member> membershipsByUser();
    }

    interface Db extends LogicalDb {
        @TableName("chat")
        Chat chat();
    }

    @RegisterExtension
    final TestDb tables = TestDb.of(TestTable.create("chat", Chat.class));

    private static final QueryConfig NEWEST_FIRST =
            QueryConfig.builder().asc(false).pageSize(4).build();

    private final Requests requests = new Requests();
    private Db db;
    private Chat chat;

    @BeforeEach
    void open() {
        db = requests.open(tables, Db.class);
        chat = db.chat();
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }

    private void post(String channel, int... seconds) {
        for (int second : seconds) {
            chat.messages().create(new Message(channel, at(second), "ada", "at second"));
        }
    }

    private ItemSet found(String channel, String user) {
        return db.transactionWrite(TransactionWriteSet.builder()
                .create(new Channel(channel, "all of it"))
                .create(new Member(channel, user, 0))
                .build());
    }

    @Test
    void createChannelOfUniqueNameWithItsFirstMember() {
        requests.one(() -> found("general", "ada"));

        assertThatThrownBy(() -> found("general", "ben")).isInstanceOf(TransactionCanceledException.class);
        assertThat(requests.one(() -> chat.channels().load(new Channel.Key("general"))))
                .isEqualTo(new Channel("general", "all of it"));
    }

    @Test
    void joinAndLeaveChannel() {
        Member ben = requests.one(() -> chat.members().create(new Member("general", "ben", 0)));

        assertThat(requests.one(() -> chat.members().deleteKey(new Member.Key("general", "ben"))))
                .isEqualTo(ben);
    }

    @Test
    void membersOfAChannel() {
        found("general", "ada");
        chat.members().create(new Member("general", "ben", 0));
        chat.members().create(new Member("generals", "cy", 0));
        post("general", 1, 2);

        List<Member> members = requests.one(() -> chat.members()
                .query(new BeginsWith<>(new Member.Key("general", null)))
                .contents());

        assertThat(members).extracting(Member::user).containsExactly("ada", "ben");
    }

    @Test
    void channelsOfAUser() {
        found("general", "ada");
        found("random", "ada");
        found("empty", "ben");
        post("general", 1);

        List<Member> memberships = requests.one(() -> chat.membershipsByUser()
                .query(new BeginsWith<>(new Member.ByUser("ada", null)))
                .contents());

        assertThat(memberships).extracting(Member::channel).containsExactly("general", "random");
    }

    @Test
    void postMessage() {
        Message message = new Message("general", at(1), "ada", "Hello");

        requests.one(() -> chat.messages().create(message));

        assertThat(chat.messages().load(new Message.Key("general", at(1), "ada")))
                .isEqualTo(message);
    }

    @Test
    void editMessage() {
        post("general", 1);

        Message edited = requests.one(() -> chat.messages()
                .patch(
                        new Message.Key("general", at(1), "ada"),
                        attr(Message::text).set("Sorry")));

        assertThat(edited).isEqualTo(new Message("general", at(1), "ada", "Sorry"));
    }

    @Test
    void messagesNewestFirstInPages() {
        post("general", 1, 2, 3, 4, 5, 6);
        post("generals", 7);
        BeginsWith<Message.Key> ofGeneral = new BeginsWith<>(new Message.Key("general"));

        Page<Message.Key, Message> first = requests.one(() -> chat.messages().query(ofGeneral, NEWEST_FIRST));
        Page<Message.Key, Message> second =
                requests.one(() -> chat.messages().query(ofGeneral, NEWEST_FIRST, first.offset()));

        assertThat(first.contents()).extracting(Message::sent_at).containsExactly(at(6), at(5), at(4), at(3));
        assertThat(second.contents()).extracting(Message::sent_at).containsExactly(at(2), at(1));
    }

    @Test
    void channelWithTheNewestMessages() {
        found("general", "ada");
        post("general", 1, 2, 3);

        ItemSet found = requests.one(() -> chat.loadPartition(
                new LessThanOrEqualTo<>(new Channel.Key("general")),
                QueryConfig.builder().asc(false).limit(3).build(),
                Channel.class,
                Message.class));

        assertThat(found.getItems(Channel.class)).hasSize(1);
        assertThat(found.getItems(Message.class)).extracting(Message::sent_at).containsExactly(at(3), at(2));
    }

    @Test
    void unreadMessages() {
        found("general", "ada");
        post("general", 1, 2, 3, 4);
        chat.members()
                .patch(
                        new Member.Key("general", "ada"),
                        number(Member::read_until).set(2L));

        List<Message> unread = requests.exactly(2, () -> {
            Member ada = chat.members().load(new Member.Key("general", "ada"));
            Message.Key lastRead = new Message.Key("general", Instant.ofEpochSecond(ada.read_until()), null);
            return chat.messages().query(new GreaterThan<>(lastRead)).contents();
        });
        long count =
                requests.one(() -> chat.messages().count(new GreaterThan<>(new Message.Key("general", at(2), null))));

        assertThat(unread).extracting(Message::sent_at).containsExactly(at(3), at(4));
        assertThat(count).isEqualTo(2);
    }

    @Test
    void markAsReadAndNeverBackwards() {
        found("general", "ada");

        Member member = requests.one(() -> readUntil(9));

        assertThat(member.read_until()).isEqualTo(9);
        assertThatThrownBy(() -> readUntil(8)).isInstanceOf(ConditionalCheckFailedException.class);
    }

    private Member readUntil(long second) {
        return chat.members()
                .patch(
                        new Member.Key("general", "ada"),
                        number(Member::read_until)
                                .set(second)
                                .onlyIf(number(Member::read_until).lt(second)));
    }
}
