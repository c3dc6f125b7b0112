package dev.tempest.testing.sdk1;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import com.amazonaws.services.dynamodbv2.model.ScanRequest;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.sdk1.MusicDb.Album;
import org.junit.Rule;
import org.junit.Test;

/** A test of JUnit 4, as it is run by JUnit's vintage engine. */
public class TestDbRuleTest {
    @Rule
    public final TestDbRule db = TestDbRule.of(TestTable.create(MusicItem.class));

    @Test
    public void findsItsTablesEmpty() {
        assertEquals(0, count());
        db.mapper().save(MusicItem.of("album_1", "INFO_"));
        assertEquals(1, count());
    }

    @Test
    public void findsItsTablesEmptyAgain() {
        findsItsTablesEmpty();
    }

    @Test
    public void hasTheUsersDatabase() {
        MusicDb music = db.logicalDb(MusicDb.class);

        music.music().albums().save(new Album("album_1", "", "Harbour Lights"));

        assertEquals(
                "Harbour Lights",
                music.music().albums().load(new Album.Key("album_1", "")).title());
        assertSame(db.client(), db.connection().client());
    }

    @Test(timeout = 60_000)
    public void isThereForATestThatRunsOnAThreadOfItsOwn() {
        assertEquals(0, count());
    }

    @Test
    public void hasANetworkThatFails() {
        FaultyHttp network =
                FaultyHttp.builder().nth(1, "UpdateItem", Fault.responseLost()).build();

        db.with(network).mapper().save(MusicItem.of("album_1", "INFO_"));

        assertEquals(2, network.requests("UpdateItem"));
    }

    private int count() {
        return db.client().scan(new ScanRequest("music_items")).getCount();
    }
}
