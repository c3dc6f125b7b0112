package dev.tempest.local.internal.region;

import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.stream.StreamView;
import dev.tempest.local.internal.table.Settings;
import dev.tempest.local.internal.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The Regions of one account, and what is on its way between them. Instances are thread-safe. */
public final class Regions {
    private final Settings settings;
    private final NavigableMap<String, Namespace> namespaces = new ConcurrentSkipListMap<>();
    private final Map<String, Runnable> interruptions = new ConcurrentHashMap<>();
    /** In the order of the writes. It is its own lock. */
    private final Deque<Change> pending = new ArrayDeque<>();

    private volatile Set<Link> cuts = Set.of();
    private volatile @Nullable Duration delay;

    public Regions(Settings settings) {
        this.settings = settings;
    }

    /** The tables of a Region, after what has arrived there by now. */
    public Namespace namespace(String region) {
        deliverDue();
        return in(region);
    }

    private Namespace in(String region) {
        return namespaces.computeIfAbsent(region, name -> new Namespace(name, this, settings));
    }

    Instant now() {
        return settings.now();
    }

    /** Deletes the items whose time to live is over, in all Regions. */
    public void deleteExpired() {
        namespaces.values().forEach(Namespace::deleteExpired);
    }

    /** Creates and deletes replicas of a table of this Region. */
    public synchronized void change(Namespace here, Table table, ReplicaPlan plan) {
        table.writeLock().lock();
        try {
            table.checkThere();
            table.checkReachable();
            GlobalTable global = table.replica() instanceof RegionReplica replica ? replica.global : null;
            if (plan.creates()) {
                plan.checkCreation(table, here.region(), global);
                create(here, table, plan, global);
            } else {
                plan.checkDeletion(here.region(), global);
                plan.deleted()
                        .forEach(region -> delete(in(region), table.definition().name()));
            }
        } finally {
            table.writeLock().unlock();
        }
    }

    private void create(Namespace here, Table table, ReplicaPlan plan, @Nullable GlobalTable existing) {
        String name = table.definition().name();
        if (plan.created().stream().anyMatch(region -> in(region).find(name) != null)) {
            throw ServiceException.validation("Failed to create a the new replica of table with name: '" + name
                    + "' because one or more replicas already existed as tables.");
        }
        GlobalTable global = existing;
        if (global == null) {
            List<String> witnesses = plan.createdWitnesses();
            global = new GlobalTable(this, plan.isStrong(), witnesses.isEmpty() ? null : witnesses.get(0));
            global.join(here.region(), table);
            stream(here, table, plan);
        }
        for (String region : plan.created()) {
            Namespace there = in(region);
            Table added = table.sibling(there.tableArn(name), plan.isStrong());
            List<RegionReplica> sources = List.copyOf(global.replicas().values());
            RegionReplica replica = global.join(region, added);
            if (replica instanceof EventualReplica eventual) {
                sources.forEach(source -> ((EventualReplica) source).copyTo(eventual));
            }
            there.add(added);
            stream(there, added, plan);
        }
    }

    /** Eventual replication reads the streams of the replicas, so each has one. */
    private static void stream(Namespace namespace, Table table, ReplicaPlan plan) {
        if (!plan.isStrong() && table.stream() == null) {
            table.setStream(namespace.newStream(table.definition(), StreamView.NEW_AND_OLD_IMAGES));
        }
    }

    private void delete(Namespace there, String name) {
        Table table = there.table(name);
        table.writeLock().lock();
        try {
            there.remove(table);
            leave(table);
        } finally {
            table.writeLock().unlock();
        }
    }

    /** Ends the part of a table in its global table, if it has one. */
    public void leave(Table table) {
        if (table.replica() instanceof RegionReplica replica) {
            replica.global.leave(replica.region);
        }
    }

    void send(Change change) {
        synchronized (pending) {
            pending.add(change);
        }
    }

    /** How many writes are on their way. */
    public int pending() {
        synchronized (pending) {
            return pending.size();
        }
    }

    /** From now on, writes arrive after this time by themselves; null if only a test lets them. */
    public void delay(@Nullable Duration changed) {
        delay = changed;
    }

    private void deliverDue() {
        Duration wait = delay;
        if (wait != null) {
            Instant latest = now().minus(wait);
            deliver(change -> !change.sent().isAfter(latest), Integer.MAX_VALUE);
        }
    }

    /** Lets pending writes arrive, oldest first, unless their Regions are cut off; null stands for any Region. */
    public int deliver(@Nullable String from, @Nullable String to, int limit) {
        return deliver(
                change -> (from == null || from.equals(change.from())) && (to == null || to.equals(change.to().region)),
                limit);
    }

    private int deliver(Predicate<Change> which, int limit) {
        List<Change> arriving = new ArrayList<>();
        synchronized (pending) {
            for (Iterator<Change> changes = pending.iterator(); changes.hasNext() && arriving.size() < limit; ) {
                Change change = changes.next();
                if (which.test(change) && isConnected(change.from(), change.to().region)) {
                    arriving.add(change);
                    changes.remove();
                }
            }
        }
        arriving.forEach(Change::arrive);
        return arriving.size();
    }

    boolean isConnected(String one, String other) {
        Set<Link> cut = cuts;
        return cut.isEmpty()
                || !(cut.contains(Link.between(one, other))
                        || cut.contains(Link.between(one, one))
                        || cut.contains(Link.between(other, other)));
    }

    /** Cuts the connection between two Regions; of one Region, named twice, all that it has. */
    public void partition(String one, String other) {
        changeCuts(cut -> cut.add(Link.between(one, other)));
    }

    public void heal(String one, String other) {
        changeCuts(cut -> cut.remove(Link.between(one, other)));
    }

    public void heal() {
        changeCuts(Set::clear);
    }

    /** No write of a strong table is under way meanwhile, so that each finds its Region cut off, or not. */
    private synchronized void changeCuts(Consumer<Set<Link>> change) {
        List<Table> tables = new ArrayList<>();
        for (Namespace namespace : namespaces.values()) {
            for (Table table : namespace.tables().values()) {
                if (table.replica() instanceof StrongReplica) {
                    tables.add(table);
                }
            }
        }
        tables.forEach(table -> table.writeLock().lock());
        try {
            Set<Link> changed = new HashSet<>(cuts);
            change.accept(changed);
            cuts = Set.copyOf(changed);
            for (Table table : tables) {
                if (table.replica() instanceof StrongReplica replica) {
                    replica.catchUp();
                }
            }
        } finally {
            tables.forEach(table -> table.writeLock().unlock());
        }
    }

    /** Runs something in the middle of the next write of a Region to a strong table. */
    public void interruptNextWrite(String region, Runnable interruption) {
        interruptions.put(region, interruption);
    }

    void interrupt(String region) {
        Runnable interruption = interruptions.isEmpty() ? null : interruptions.remove(region);
        if (interruption != null) {
            interruption.run();
        }
    }
}
