package dev.tempest.local.internal.region;

import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.stream.StreamView;
import dev.tempest.local.internal.stream.TableStream;
import dev.tempest.local.internal.stream.TableStream.KeyNames;
import dev.tempest.local.internal.table.RequestTokens;
import dev.tempest.local.internal.table.Settings;
import dev.tempest.local.internal.table.Table;
import dev.tempest.local.internal.table.TableDefinition;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The tables of one account in one Region. Instances are thread-safe. */
public final class Namespace {
    private static final String ACCOUNT = "000000000000";

    private final String region;
    private final Regions regions;
    private final Settings settings;
    private final NavigableMap<String, Table> tables = new ConcurrentSkipListMap<>();
    private final List<TableStream> streams = new CopyOnWriteArrayList<>();
    private final RequestTokens tokens;

    Namespace(String region, Regions regions, Settings settings) {
        this.region = region;
        this.regions = regions;
        this.settings = settings;
        this.tokens = new RequestTokens(settings);
    }

    public String region() {
        return region;
    }

    /** The Regions of the account, of which this is one. */
    public Regions regions() {
        return regions;
    }

    public Settings settings() {
        return settings;
    }

    public RequestTokens tokens() {
        return tokens;
    }

    public String tableArn(String name) {
        return "arn:aws:dynamodb:" + region + ":" + ACCOUNT + ":table/" + name;
    }

    public NavigableMap<String, Table> tables() {
        return tables;
    }

    /** The table of this name, or whose ARN this is. */
    public @Nullable Table find(String nameOrArn) {
        return tables.get(nameOrArn.startsWith("arn:") ? nameOrArn.substring(nameOrArn.indexOf('/') + 1) : nameOrArn);
    }

    public Table table(String nameOrArn) {
        Table table = find(nameOrArn);
        if (table == null) {
            throw ServiceException.tableNotFound();
        }
        return table;
    }

    public boolean add(Table table) {
        return tables.putIfAbsent(table.definition().name(), table) == null;
    }

    /** Removes a table whose write lock the caller holds. */
    public void remove(Table table) {
        tables.remove(table.definition().name(), table);
        table.drop();
    }

    /** A new stream of a table, with a label of its own. */
    public TableStream newStream(TableDefinition table, StreamView view) {
        Instant created = settings.now();
        KeyNames keys = new KeyNames(table.keys().hash(), table.keys().range());
        TableStream stream;
        do {
            stream = new TableStream(table.name(), table.arn(), keys, view, created, settings.nextSequence());
            created = created.plusMillis(1);
        } while (find(stream) != null);
        streams.add(stream);
        return stream;
    }

    private @Nullable TableStream find(TableStream stream) {
        return stream(stream.arn());
    }

    public @Nullable TableStream stream(String arn) {
        return streams().stream()
                .filter(stream -> stream.arn().equals(arn))
                .findFirst()
                .orElse(null);
    }

    /** All streams of which something is kept, oldest first. */
    public List<TableStream> streams() {
        Instant now = settings.now();
        streams.removeIf(stream -> stream.isGone(now));
        return streams;
    }

    /** Deletes the items of all tables whose time to live is over. */
    void deleteExpired() {
        for (Table table : tables.values()) {
            table.writeLock().lock();
            try {
                table.deleteExpired();
            } finally {
                table.writeLock().unlock();
            }
        }
    }
}
