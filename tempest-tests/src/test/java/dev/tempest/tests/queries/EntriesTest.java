package dev.tempest.tests.queries;

import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.faces.Face;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;

/** What the tests of queries have in common: a table of entries, by either SDK. */
abstract class EntriesTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create(Entries.TABLE, Entry.class));

    @Parameter
    Face.Kind kind;

    private final List<Entries> opened = new ArrayList<>();

    @AfterEach
    void closeTables() {
        opened.forEach(Entries::close);
    }

    Entries open(String tableName) {
        Entries entries = Entries.open(kind, db.connection(), tableName);
        opened.add(entries);
        return entries;
    }
}
