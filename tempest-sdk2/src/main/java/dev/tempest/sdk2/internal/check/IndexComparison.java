package dev.tempest.sdk2.internal.check;

import dev.tempest.Finding;
import dev.tempest.Finding.Severity;
import dev.tempest.Finding.Subject;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.model.ProjectedType;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.sdk2.internal.table.DeclaredTable;
import dev.tempest.sdk2.internal.table.Table;
import dev.tempest.sdk2.internal.table.TableShapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Compares the secondary indexes of a table's model with those of the live table. */
final class IndexComparison {
    private final List<Finding> findings = new ArrayList<>();

    private IndexComparison() {}

    static List<Finding> of(DeclaredTable declared, TableDescription live) {
        IndexComparison comparison = new IndexComparison();
        Map<String, LiveIndex> unknown = LiveIndex.of(live);
        Map<String, LiveIndex> known = Map.copyOf(unknown);
        for (Table<?> table : declared.tables()) {
            table.schema().table().indexes().forEach((name, key) -> {
                unknown.remove(name);
                LiveIndex index = known.get(name);
                if (index == null) {
                    comparison.missing(name, table);
                } else {
                    comparison.compare(index, key, table);
                }
            });
        }
        unknown.values().forEach(comparison::unknown);
        return comparison.findings;
    }

    private void missing(String name, Table<?> table) {
        add(
                Severity.ERROR,
                "Index " + name + " is missing: queries and scans through it fail. Create it, or remove it from "
                        + rawType(table) + ".");
    }

    private void unknown(LiveIndex index) {
        add(Severity.INFO, "Index " + index.name() + " is not in the model. It costs write units all the same.");
    }

    private void compare(LiveIndex index, KeySchema key, Table<?> table) {
        compareStatus(index);
        if (compareKey(index, KeyPart.of(key, table), table)) {
            compareKind(index, key, table);
        }
        compareProjection(index, table);
    }

    private boolean compareKey(LiveIndex index, List<KeyPart> expected, Table<?> table) {
        boolean same = index.key().equals(expected);
        if (!same) {
            add(
                    Severity.ERROR,
                    "Index " + index.name() + " has the key " + KeyPart.describe(index.key()) + ", but "
                            + rawType(table) + " has " + KeyPart.describe(expected) + ". Fix " + rawType(table)
                            + ", or create the index again.");
        }
        return same;
    }

    private void compareStatus(LiveIndex index) {
        IndexStatus status = index.status();
        if (status == IndexStatus.UPDATING) {
            add(Severity.INFO, "Index " + index.name() + " is being updated. It can be used meanwhile.");
        } else if (status != null && status != IndexStatus.ACTIVE) {
            add(
                    Severity.ERROR,
                    "Index " + index.name() + " has the status " + status
                            + ", not ACTIVE: queries and scans through it fail.");
        }
    }

    private void compareKind(LiveIndex index, KeySchema key, Table<?> table) {
        boolean declaredLocal = table.schema().localIndexes().contains(index.name());
        if (declaredLocal && !index.local()) {
            add(
                    Severity.WARNING,
                    "Index " + index.name() + " is a global one, but " + rawType(table)
                            + " declares a local one: it shows writes a moment later, and DynamoDB rejects consistent"
                            + " reads. "
                            + (isDeclaredByItems(table)
                                    ? "Add partitionKey = \"" + key.partitionKey() + "\" to its @Index"
                                    : "Put @DynamoDbSecondaryPartitionKey on the getter of " + key.partitionKey())
                            + ", or create the index again.");
        } else if (!declaredLocal && index.local()) {
            add(
                    Severity.INFO,
                    "Index " + index.name() + " is a local one, but " + rawType(table)
                            + " declares it like a global one, so that Tempest rejects consistent reads. To have them,"
                            + (isDeclaredByItems(table)
                                    ? " remove partitionKey from its @Index."
                                    : " remove @DynamoDbSecondaryPartitionKey from the getter of " + key.partitionKey()
                                            + "."));
        }
    }

    private void compareProjection(LiveIndex index, Table<?> table) {
        List<String> declared = TableShapes.projected(table, index.name());
        if (declared != null) {
            compareDeclared(index, declared, table);
        }
        String projection = index.partialProjection();
        if (projection == null) {
            return;
        }
        boolean complete = declared == null;
        for (ItemType<?, AttributeValue> itemType : table.itemTypesThrough(index.name())) {
            if (table.context().settings().migrations().containsKey(itemType.type())) {
                complete = false;
                add(
                        Severity.ERROR,
                        "Index " + index.name() + " holds " + projection + " only, but "
                                + ModelError.name(itemType.type())
                                + ", which is read through it, is migrated on read: the migration would see a part of"
                                + " each item. Create the index again with all attributes.");
                continue;
            }
            Set<String> lacking = index.lacking(itemType);
            if (!lacking.isEmpty()) {
                complete = false;
                String type = ModelError.name(itemType.type());
                add(
                        Severity.WARNING,
                        "Index " + index.name() + " holds " + projection + " only, so " + type + " is read without "
                                + String.join(", ", lacking) + ": as null, or as an unreadable item where " + type
                                + " cannot do without, and saving what was read deletes them. Read through it an item"
                                + " type that has only what it holds, or create the index again with all attributes.");
            }
        }
        for (ProjectedType<?, AttributeValue> type : table.projectedThrough(index.name())) {
            Set<String> lacking = index.lacking(type, table.schema().table().key());
            if (!lacking.isEmpty()) {
                complete = false;
                projects(index, projection, ModelError.name(type.type()), String.join(", ", lacking));
            }
        }
        if (complete) {
            add(
                    Severity.INFO,
                    "Index " + index.name() + " holds " + projection
                            + " only, which is enough for the views and collections that are declared on it.");
        }
    }

    private void compareDeclared(LiveIndex index, List<String> declared, Table<?> table) {
        Set<String> lacking = index.lacking(declared);
        if (!lacking.isEmpty()) {
            add(
                    Severity.WARNING,
                    "Index " + index.name() + " does not hold " + String.join(", ", lacking)
                            + ", which the projection in its @Index has. Create the index again, or fix the @Index of "
                            + rawType(table) + ".");
        } else if (index.holdsMoreThan(declared)) {
            add(
                    Severity.INFO,
                    "Index " + index.name()
                            + " holds attributes that the projection in its @Index does not have. They cost storage and"
                            + " write units.");
        }
    }

    private void projects(LiveIndex index, String projection, String type, String lacking) {
        String beginning = "Index " + index.name() + " holds " + projection + " only, but " + type + " takes " + lacking
                + " from it: DynamoDB ";
        if (index.local()) {
            add(Severity.INFO, beginning + "reads each item from the table as well, and charges for it.");
        } else {
            add(
                    Severity.ERROR,
                    beginning + "rejects such queries and scans. Leave the property out of " + type
                            + ", or create the index again with the attribute.");
        }
    }

    private void add(Severity severity, String message) {
        findings.add(Finding.of(severity, Subject.INDEX, message));
    }

    private static boolean isDeclaredByItems(Table<?> table) {
        return table.schema().table().isDeclaredByItems();
    }

    private static String rawType(Table<?> table) {
        return ModelError.name(table.schema().table().rawType());
    }
}
