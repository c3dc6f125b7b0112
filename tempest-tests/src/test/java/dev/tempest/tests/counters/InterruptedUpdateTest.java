package dev.tempest.tests.counters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.OutcomeUnknownException;
import dev.tempest.sdk2.InlineView;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.counters.Game.Team;
import dev.tempest.tests.faces.Waiting;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InterruptedUpdateTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("games", Game.Row.class));

    @Test
    void anUpdateThatIsInterruptedWhileItsWriteMayBeDoneSaysThatNobodyKnows() throws InterruptedException {
        db.logicalDb(Game.Db.class).games().teams().save(new Team("1", "reds", 10L, null));
        FaultyHttp network =
                FaultyHttp.builder().rate(1, Fault.responseLost(), "UpdateItem").build();
        InlineView<Team.Key, Team> teams =
                db.with(network).logicalDb(Game.Db.class).games().teams();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread writer = new Thread(() -> {
            try {
                teams.update(
                        new Team.Key("1", "reds"),
                        team -> new Team(team.id(), team.name(), team.points() + 1, team.version()));
            } catch (RuntimeException e) {
                thrown.set(e);
            }
        });

        writer.start();
        Waiting.until(() -> network.faults() > 0);
        writer.interrupt();
        writer.join();

        assertThat(thrown.get())
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageStartingWith(
                        "It is not known whether the update of Game.Team {pk=1, sk=TEAM_reds} in table games"
                                + " was done: no attempt got a response.");
    }
}
