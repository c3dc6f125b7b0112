package dev.tempest.samples.musiclibrary;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * The keys of a table and of its indexes.
 *
 * @param parts the table and each index, such as {@code artist_index(artist_name, release_date)}
 */
record TableLayout(Set<String> parts) {
    /** What a request asks for. */
    static TableLayout of(CreateTableRequest request) {
        Set<String> parts = new TreeSet<>();
        parts.add(part("table", request.keySchema()));
        request.localSecondaryIndexes().forEach(index -> parts.add(part(index.indexName(), index.keySchema())));
        request.globalSecondaryIndexes().forEach(index -> parts.add(part(index.indexName(), index.keySchema())));
        return new TableLayout(parts);
    }

    /** What a table has. */
    static TableLayout of(TableDescription table) {
        Set<String> parts = new TreeSet<>();
        parts.add(part("table", table.keySchema()));
        table.localSecondaryIndexes().forEach(index -> parts.add(part(index.indexName(), index.keySchema())));
        table.globalSecondaryIndexes().forEach(index -> parts.add(part(index.indexName(), index.keySchema())));
        return new TableLayout(parts);
    }

    /** What the other has and this lacks. */
    Set<String> missing(TableLayout other) {
        Set<String> missing = new TreeSet<>(other.parts);
        missing.removeAll(parts);
        return missing;
    }

    private static String part(String name, List<KeySchemaElement> keys) {
        return keys.stream().map(KeySchemaElement::attributeName).collect(Collectors.joining(", ", name + "(", ")"));
    }
}
