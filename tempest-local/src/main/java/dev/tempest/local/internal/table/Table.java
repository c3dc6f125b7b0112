package dev.tempest.local.internal.table;

import dev.tempest.local.internal.capacity.CapacityUnits;
import dev.tempest.local.internal.capacity.Consumption;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.stream.StreamRecord;
import dev.tempest.local.internal.stream.TableStream;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.AttributeValue.Numeric;
import dev.tempest.local.internal.value.Item;
import dev.tempest.local.internal.value.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** A table with its indexes and stream. Whoever calls a method of it holds its lock, for reading or for writing. */
public final class Table {
    private static final Duration TIME_TO_LIVE_MAX_AGE = Duration.ofDays(5 * 365);

    private final ReadWriteLock lock;
    private final Settings settings;
    private final SortedStore items = new SortedStore();
    /** By name: of several indexes at fault, a message names the first. */
    private final Map<String, Index> indexes = new TreeMap<>();

    private final String id = UUID.randomUUID().toString();
    private final Instant created;
    private final Throttle throttle;
    private TableDefinition definition;
    private @Nullable TableStream stream;
    private @Nullable String timeToLiveAttribute;
    private volatile @Nullable Replica replica;
    private boolean dropped;

    public Table(TableDefinition definition, List<IndexDefinition> indexes, Settings settings) {
        this(definition, indexes, settings, new ReentrantReadWriteLock());
    }

    private Table(TableDefinition definition, List<IndexDefinition> indexes, Settings settings, ReadWriteLock lock) {
        this.lock = lock;
        this.definition = definition;
        this.settings = settings;
        this.created = settings.now();
        this.throttle = new Throttle(settings);
        indexes.forEach(index -> this.indexes.put(index.name(), new Index(index, definition.keys())));
    }

    /** An empty table for another Region, with the same keys, indexes and time to live. */
    public Table sibling(String arn, boolean sharesLock) {
        List<IndexDefinition> same =
                indexes.values().stream().map(Index::definition).toList();
        Table sibling = new Table(definition.at(arn), same, settings, sharesLock ? lock : new ReentrantReadWriteLock());
        sibling.timeToLiveAttribute = timeToLiveAttribute;
        return sibling;
    }

    public Lock readLock() {
        return lock.readLock();
    }

    public Lock writeLock() {
        return lock.writeLock();
    }

    public TableDefinition definition() {
        return definition;
    }

    public void redefine(TableDefinition changed) {
        definition = changed;
    }

    public String id() {
        return id;
    }

    public Instant created() {
        return created;
    }

    public Throttle throttle() {
        return throttle;
    }

    public int size() {
        return items.size();
    }

    public long bytes() {
        return items.bytes();
    }

    /** Fails if the table was deleted while the caller waited for its lock. */
    public void checkThere() {
        if (dropped) {
            throw ServiceException.tableNotFound();
        }
    }

    public boolean isThere() {
        return !dropped;
    }

    public void drop() {
        dropped = true;
        setStream(null);
    }

    /** The table's part in a global table; null if it is in one Region only. */
    public @Nullable Replica replica() {
        return replica;
    }

    public void setReplica(@Nullable Replica changed) {
        replica = changed;
    }

    public @Nullable TableStream stream() {
        return stream;
    }

    /** Changes to another stream, or to none. */
    public void setStream(@Nullable TableStream changed) {
        if (stream != null) {
            stream.disable(settings.now());
        }
        stream = changed;
    }

    public @Nullable String timeToLiveAttribute() {
        return timeToLiveAttribute;
    }

    public void setTimeToLiveAttribute(@Nullable String attribute) {
        timeToLiveAttribute = attribute;
    }

    public Map<String, Index> indexes() {
        return indexes;
    }

    /** Adds an index and fills it with the items that are there, leaving out those whose values cannot be its keys. */
    public void addIndex(IndexDefinition added) {
        Index index = new Index(added, definition.keys());
        Instant now = settings.now();
        items.now().values().forEach(item -> {
            if (fits(item, added)) {
                index.change(null, item, now, Duration.ZERO);
            }
        });
        indexes.put(added.name(), index);
    }

    private boolean fits(Item item, IndexDefinition index) {
        return index.keys().attributes().stream().allMatch(attribute -> {
            AttributeValue value = item.get(attribute);
            return value == null || value.type() == definition.types().get(attribute);
        });
    }

    public void removeIndex(String name) {
        indexes.remove(name);
    }

    public void provisionIndex(String name, Throughput throughput) {
        Index index = indexes.get(name);
        if (index != null) {
            index.provision(throughput);
        }
    }

    /** The key of an item to put, whose values for all key attributes are checked, those of indexes too. */
    public Key checkItem(Map<String, AttributeValue> item) {
        KeyRules.checkItemKey(item, definition.keys(), definition.types());
        checkIndexKeys(item, false);
        return key(item);
    }

    public void checkIndexKeys(Map<String, AttributeValue> item, boolean byUpdate) {
        indexes.values().forEach(index -> KeyRules.checkIndexKey(item, index, definition.types(), byUpdate));
    }

    /** The key to look up, which must consist of exactly the key attributes. */
    public Key checkKey(Map<String, AttributeValue> key) {
        KeyRules.checkLookupKey(key, definition.keys(), definition.types());
        return key(key);
    }

    private Key key(Map<String, AttributeValue> attributes) {
        List<AttributeValue> parts = new ArrayList<>(2);
        for (String attribute : definition.keys().attributes()) {
            AttributeValue value = attributes.get(attribute);
            if (value == null) {
                throw new IllegalStateException("Checked before: " + attribute);
            }
            parts.add(value);
        }
        return Key.of(parts, 1);
    }

    /** The values of the key attributes alone. */
    public Map<String, AttributeValue> keyOf(Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        for (String attribute : definition.keys().attributes()) {
            AttributeValue value = attributes.get(attribute);
            if (value != null) {
                key.put(attribute, value);
            }
        }
        return key;
    }

    public @Nullable Item get(Key key) {
        return items.get(key);
    }

    public NavigableMap<Key, Item> items() {
        return items.now();
    }

    /** What a reader of an item sees, who may see the state of a while ago unless the read is consistent. */
    public @Nullable Item read(Key key, boolean consistent) {
        return view(consistent).get(key);
    }

    /** What a reader of the table sees. */
    public NavigableMap<Key, Item> view(boolean consistent) {
        if (consistent) {
            checkReachable();
        }
        Duration lag = settings.readLag();
        return consistent || lag.isZero()
                ? items.now()
                : items.asOf(settings.now().minus(lag));
    }

    /** What a reader of an index sees. */
    public NavigableMap<Key, Item> view(Index index, boolean consistent) {
        if (consistent) {
            checkReachable();
        }
        Duration lag = index.definition().global() ? settings.indexLag() : settings.readLag();
        return index.asOf(consistent ? Instant.MAX : settings.now().minus(lag));
    }

    /** Fails if the table is a replica that is cut off, and cannot write or read consistently. */
    public void checkReachable() {
        Replica part = replica;
        if (part != null) {
            part.checkReachable();
        }
    }

    /** Where an index keeps what has these key attributes. */
    public Key startKey(Index index, Map<String, AttributeValue> start) {
        Key key = KeyRules.matches(start, index.keyAttributes(), definition.types()) ? index.keyOf(start) : null;
        if (key == null) {
            throw KeyRules.invalidStart(null);
        }
        start.forEach((attribute, value) -> {
            if (Values.isEmpty(value)) {
                throw KeyRules.invalidStart(KeyRules.emptyKey(attribute, value).messageText());
            }
        });
        return key;
    }

    /** Where the table keeps what has these key attributes. Queries and scans report a wrong number of them differently. */
    public Key startKey(Map<String, AttributeValue> start, boolean scan) {
        if (start.isEmpty()
                || (!scan && start.size() != definition.keys().attributes().size())) {
            throw KeyRules.invalidStart(null);
        }
        try {
            return checkKey(start);
        } catch (ServiceException e) {
            throw KeyRules.invalidStart(e.messageText());
        }
    }

    /** Replaces an item, null where there is none, and reports what that costs. */
    public void write(Key key, @Nullable Item before, @Nullable Item after, Consumption cost) {
        write(key, before, after, cost, false, replica);
    }

    /** Takes over a write of another Region. */
    public void replicate(Key key, @Nullable Item after) {
        write(key, get(key), after, new Consumption(definition.name()), false, null);
    }

    private void write(
            Key key,
            @Nullable Item before,
            @Nullable Item after,
            Consumption cost,
            boolean byTimeToLive,
            @Nullable Replica part) {
        cost.add(CapacityUnits.write(Math.max(before == null ? 0 : before.size(), after == null ? 0 : after.size())));
        Item image = after == null ? before : after;
        if (Objects.equals(before, after)) {
            return;
        }
        Instant now = settings.now();
        items.put(key, after, now, settings.readLag());
        for (Index index : indexes.values()) {
            boolean global = index.definition().global();
            int units = index.change(before, after, now, global ? settings.indexLag() : settings.readLag());
            if (units > 0) {
                cost.addIndex(index.definition().name(), global, units);
            }
        }
        if (stream != null && image != null) {
            stream.add(new StreamRecord(
                    settings.nextSequence(), now, keyOf(image.attributes()), before, after, byTimeToLive));
        }
        if (part != null) {
            part.changed(key, after);
        }
    }

    /** The bytes of all items that share a partition with this one, in the table and its local indexes. */
    public long collectionBytes(Map<String, AttributeValue> attributes) {
        List<AttributeValue> partition = new ArrayList<>();
        definition.keys().hash().forEach(attribute -> partition.add(attributes.get(attribute)));
        Key from = Key.before(partition, 1);
        Key to = Key.after(partition, 1);
        long bytes = bytes(items.now(), from, to);
        for (Index index : indexes.values()) {
            if (!index.definition().global()) {
                bytes += bytes(index.asOf(Instant.MAX), from, to);
            }
        }
        return bytes;
    }

    private static long bytes(NavigableMap<Key, Item> items, Key from, Key to) {
        return items.subMap(from, true, to, true).values().stream()
                .mapToLong(Item::size)
                .sum();
    }

    /** Deletes the items whose time to live is over. */
    public void deleteExpired() {
        Replica part = replica;
        if (timeToLiveAttribute == null || (part != null && !part.expiresItems())) {
            return;
        }
        Instant now = settings.now();
        List<Map.Entry<Key, Item>> expired = new ArrayList<>();
        for (Map.Entry<Key, Item> entry : items.now().entrySet()) {
            if (entry.getValue().get(timeToLiveAttribute) instanceof Numeric number
                    && isExpired(number.value().value().doubleValue(), now)) {
                expired.add(Map.entry(entry.getKey(), entry.getValue()));
            }
        }
        Consumption free = new Consumption(definition.name());
        expired.forEach(entry -> write(entry.getKey(), entry.getValue(), null, free, true, part));
    }

    private static boolean isExpired(double epochSeconds, Instant now) {
        return epochSeconds <= now.getEpochSecond()
                && epochSeconds > now.minus(TIME_TO_LIVE_MAX_AGE).getEpochSecond();
    }
}
