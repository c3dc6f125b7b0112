package dev.tempest.sdk2.internal.check;

import dev.tempest.Finding;
import dev.tempest.Finding.Severity;
import dev.tempest.Finding.Subject;
import dev.tempest.TableReport;
import dev.tempest.TableReport.Consistency;
import dev.tempest.internal.ModelError;
import dev.tempest.sdk2.internal.table.DeclaredTable;
import dev.tempest.sdk2.internal.table.Table;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** Compares a table's model with what DynamoDB tells about the live table. Sends nothing. */
final class TableComparison {
    private TableComparison() {}

    /** The report on a table that there is not. */
    static TableReport missing(DeclaredTable declared) {
        Finding finding = Finding.of(
                Severity.ERROR,
                Subject.TABLE,
                "The table does not exist where the client looks for it. Create it, or fix its name, the client's Region"
                        + " or its account.");
        return TableReport.builder(declared.name())
                .exists(false)
                .findings(List.of(finding))
                .build();
    }

    static TableReport of(DeclaredTable declared, TableDescription live, LiveTimeToLive timeToLive) {
        List<Finding> findings = new ArrayList<>();
        compareStatus(live, findings);
        for (Table<?> table : declared.tables()) {
            compareKeys(table, live, findings);
        }
        findings.addAll(IndexComparison.of(declared, live));
        Replication replication = Replication.of(live);
        findings.addAll(replication.findings());
        compareUnique(declared, replication, findings);
        findings.addAll(timeToLive.compare(declared.timeToLive()));
        return TableReport.builder(declared.name())
                .replicas(replication.replicas())
                .consistency(replication.consistency())
                .findings(findings)
                .build();
    }

    /** Unique values take transactions, which DynamoDB does not execute on each table. */
    private static void compareUnique(DeclaredTable declared, Replication replication, List<Finding> findings) {
        Consistency consistency = replication.consistency();
        if (consistency == null) {
            return;
        }
        declared.tables().stream()
                .flatMap(table -> table.claiming().stream())
                .map(type -> type.rules().claims().describe())
                .sorted()
                .distinct()
                .forEach(
                        property -> findings.add(
                                consistency == Consistency.STRONG
                                        ? Finding.of(
                                                Severity.ERROR,
                                                Subject.REPLICATION,
                                                property
                                                        + " is @Unique, which takes transactions, and DynamoDB has none on a"
                                                        + " global table of strong consistency. Remove the annotation, or keep"
                                                        + " the type in another table.")
                                        : Finding.of(
                                                Severity.WARNING,
                                                Subject.REPLICATION,
                                                property
                                                        + " is @Unique within a Region only, because the table is replicated with"
                                                        + " eventual consistency. Write the items of the type in one Region.")));
    }

    private static void compareStatus(TableDescription live, List<Finding> findings) {
        TableStatus status = live.tableStatus();
        if (status == TableStatus.UPDATING) {
            findings.add(
                    Finding.of(Severity.INFO, Subject.TABLE, "The table is being updated. It can be used meanwhile."));
        } else if (status != TableStatus.ACTIVE) {
            findings.add(Finding.of(
                    Severity.ERROR,
                    Subject.TABLE,
                    "The table has the status " + live.tableStatusAsString() + ", not ACTIVE."));
        }
    }

    private static void compareKeys(Table<?> table, TableDescription live, List<Finding> findings) {
        List<KeyPart> expected = KeyPart.of(table.schema().table().key(), table);
        List<KeyPart> found = KeyPart.of(live.keySchema(), live.attributeDefinitions());
        if (!found.equals(expected)) {
            String rawType = ModelError.name(table.schema().table().rawType());
            findings.add(Finding.of(
                    Severity.ERROR,
                    Subject.KEY,
                    "The table has the key " + KeyPart.describe(found) + ", but " + rawType + " has "
                            + KeyPart.describe(expected) + ". Fix " + rawType
                            + ", or move the items to a table of that key: a table's key cannot be changed."));
        }
    }
}
