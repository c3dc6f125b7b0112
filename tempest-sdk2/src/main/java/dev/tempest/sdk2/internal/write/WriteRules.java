package dev.tempest.sdk2.internal.write;

import static java.util.Objects.requireNonNull;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.ComputedAttributes;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.locking.TraceToken;
import dev.tempest.internal.locking.VersionRule;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.schema.RawTable;
import dev.tempest.internal.write.Expectation;
import dev.tempest.internal.write.PatchRules;
import dev.tempest.internal.write.StoredState;
import dev.tempest.internal.write.Timestamps;
import dev.tempest.internal.write.Versions;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.internal.mapping.Extensions;
import dev.tempest.sdk2.internal.mapping.HomeRule;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.LogicalMetadata;
import dev.tempest.sdk2.internal.mapping.TableContext;
import dev.tempest.sdk2.internal.mapping.Upgrade;
import dev.tempest.sdk2.internal.mapping.WriteTokens;
import dev.tempest.sdk2.internal.request.Expressions;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.extensions.WriteModification;
import software.amazon.awssdk.enhanced.dynamodb.internal.operations.OperationName;
import software.amazon.awssdk.enhanced.dynamodb.update.UpdateExpression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What all writes of one item type have in common: how versions move on, on what conditions they are done, which traces they
 * leave, and what the client's extensions change. The conditions' names and values are none that a user's own expression has.
 *
 * @param <I> the item type
 */
public final class WriteRules<I> {
    private final ItemMapper<I> mapper;
    private final HomeRule home;
    private final Extensions extensionsWithoutVersion;
    private final @Nullable VersionRule<AttributeValue> version;
    private final @Nullable String extensionsVersion;
    private final @Nullable WriteTokens tokens;
    private final Versions<AttributeValue> versions;
    private final StoredState<AttributeValue> state;
    private final Presence presence;
    private final PatchRules<AttributeValue> patches;
    private final Timestamps<AttributeValue> times;
    private final Claims claims;
    private final UpgradeRules upgrades;
    // Found out by the first change: most types are never changed by parts. Racing threads make equal ones.
    private volatile @Nullable ComputedAttributes<?, AttributeValue> computed;

    /** @throws IllegalArgumentException if the type has two versions, or one that collides with the write token */
    WriteRules(ItemMapper<I> mapper, HomeRule home) {
        this.mapper = mapper;
        this.home = home;
        TableContext<?> table = mapper.table();
        var metadata = mapper.schema().tableMetadata();
        this.version = mapper.version();
        String extensionsVersion = Extensions.versionAttribute(metadata);
        this.extensionsVersion = extensionsVersion;
        if (version != null && extensionsVersion != null) {
            throw ModelError.of(
                    mapper.type(),
                    "has a @Version, and also stores " + extensionsVersion + ", the @DynamoDbVersionAttribute of "
                            + ModelError.name(
                                    table.schema().items() == null
                                            ? table.schema().table().rawType()
                                            : mapper.type()),
                    "Keep one of them");
        }
        this.extensionsWithoutVersion = extensionsVersion == null
                ? mapper.extensions()
                : new Extensions(
                        table.extension(),
                        mapper.schema(),
                        new LogicalMetadata(metadata, Collections.singleton(extensionsVersion)),
                        table.name());
        this.tokens = table.tokens();
        if (tokens != null) {
            OwnToken.requireApart(mapper, tokens.attribute(), versionAttribute());
        }
        RawTable<AttributeValue> raw = mapper.rawTable();
        this.versions = new Versions<>(versionAttribute(), version, raw);
        this.state = new StoredState<>(
                raw,
                versionAttribute(),
                tokens == null ? null : tokens.attribute(),
                mapper.schema().attributeNames());
        this.presence = Presence.of(mapper, state, extensionsVersion);
        this.times = OwnTimes.of(mapper, this::computed);
        this.claims = Claims.of(mapper, extensionsVersion);
        this.upgrades = new UpgradeRules(this);
        this.patches =
                new PatchRules<>(mapper.typeName(), mapper::describe, versions, this::computed, SdkValues.INSTANCE);
    }

    ItemMapper<I> mapper() {
        return mapper;
    }

    /**
     * Checks a write before it is sent.
     *
     * @param row has the key at least
     * @throws dev.tempest.sdk2.WrongRegionException if the item is at home in another Region
     * @throws IllegalArgumentException if the write would not keep the unique values of the table
     */
    public void requireWritable(Map<String, AttributeValue> row) {
        home.check(row);
        mapper.table().unique().requireKept(row, mapper.isRaw());
    }

    /** What writes do for the unique values of the items. */
    public Claims claims() {
        return claims;
    }

    TableContext<?> table() {
        return mapper.table();
    }

    /** An operation on items of the type. */
    OperationInfo operation(String name) {
        return OperationInfo.of(name, mapper.table().name(), mapper.type(), null);
    }

    /** The rule of the type's own versions; null if it has none. */
    @Nullable VersionRule<AttributeValue> version() {
        return version;
    }

    /** The attribute of the type's versions, our own or the extension's; null if it has none. */
    public @Nullable String versionAttribute() {
        return version == null ? extensionsVersion : version.attribute();
    }

    /** Why a caller must not change an attribute; null for one that may be changed. */
    @Nullable String reservation(@Nullable String attribute) {
        if (tokens != null && tokens.attribute().equals(attribute)) {
            return "is the @WriteToken, which every change moves on. Leave it out";
        }
        return attribute != null && attribute.equals(extensionsVersion)
                ? "is the @DynamoDbVersionAttribute, which every change moves on. Leave it out"
                : times.reservation(attribute);
    }

    @Nullable WriteTokens tokens() {
        return tokens;
    }

    Versions<AttributeValue> versions() {
        return versions;
    }

    /** What tells whether an item is still as it was. */
    public StoredState<AttributeValue> state() {
        return state;
    }

    /** The times that writes set. */
    Timestamps<AttributeValue> times() {
        return times;
    }

    /** What holds for changes of single attributes. */
    public PatchRules<AttributeValue> patches() {
        return patches;
    }

    /** What the items compute. */
    ComputedAttributes<?, AttributeValue> computed() {
        ComputedAttributes<?, AttributeValue> known = computed;
        if (known == null) {
            known = mapper.computed();
            computed = known;
        }
        return known;
    }

    /**
     * That what is stored is what was read.
     *
     * @throws IllegalStateException if the item has neither a version nor a token, and too many attributes to compare
     */
    Clause<AttributeValue> isStill(Map<String, AttributeValue> base) {
        Upgrade upgrade = mapper.upgrade();
        return upgrade == null || upgrade.isCurrent(base)
                ? presence.isStill(base, () -> mapper.describe(base))
                : requireNonNull(presence.ofPresent(upgrades.isStill(base, upgrade), Nonces.RANDOM));
    }

    /** What holds for items of an older model. */
    public UpgradeRules upgrades() {
        return upgrades;
    }

    /**
     * How a change is sent that was computed from what was read: where nothing marks that, the same may be stored again later,
     * so DynamoDB must not execute the change twice.
     *
     * @param base what was read; null for nothing
     */
    ConditionalWrites modeOn(@Nullable Map<String, AttributeValue> base, ConditionalWrites mode) {
        return base != null && state.isMarked(base) ? mode : ConditionalWrites.TRANSACTIONAL;
    }

    /** What holds where an item is past its expiry. */
    public Presence presence() {
        return presence;
    }

    /** Gives a row the version after the stored one, or the first. */
    void moveOn(Map<String, AttributeValue> row, @Nullable AttributeValue stored, Nonces nonces) {
        VersionRule<AttributeValue> rule = version;
        if (rule != null) {
            row.put(rule.attribute(), versions.next(stored, row, nonces));
        }
    }

    /** Leaves it to the extension, if the type's versions are its own, to begin them. */
    void begin(Map<String, AttributeValue> row) {
        if (version != null) {
            moveOn(row, null, Nonces.RANDOM);
        } else if (extensionsVersion != null) {
            row.remove(extensionsVersion);
        }
    }

    Extensions extensions() {
        return mapper.extensions();
    }

    /** The extensions for a write that neither checks the extension's version nor moves it on. */
    Extensions extensionsWithoutVersion() {
        return extensionsWithoutVersion;
    }

    /** The extensions for the row of an item that is created: a version that it carries is kept. */
    Extensions extensionsOfNew(Map<String, AttributeValue> row) {
        return extensionsVersion != null && row.containsKey(extensionsVersion)
                ? extensionsWithoutVersion
                : mapper.extensions();
    }

    /**
     * The extensions for the row of an update. If DynamoDB's own null is stored as their version, the row gets the first
     * without the extension's condition, which that null does not meet.
     */
    Extensions extensionsOn(Map<String, AttributeValue> base, Map<String, AttributeValue> row) {
        String attribute = extensionsVersion;
        if (attribute == null || !base.containsKey(attribute) || SdkValues.in(base, attribute) != null) {
            return mapper.extensions();
        }
        Map<String, AttributeValue> begun = mapper.extensions()
                .beforeWrite(new HashMap<>(row), OperationName.PUT_ITEM)
                .transformedItem();
        AttributeValue first = begun == null ? null : begun.get(attribute);
        if (first != null) {
            row.put(attribute, first);
        }
        return extensionsWithoutVersion;
    }

    /** What a write expects that the extension's version and the caller's condition guard. */
    Expectation<AttributeValue> withExtensionsVersion(
            Map<String, AttributeValue> row, @Nullable Clause<AttributeValue> callersCondition) {
        return extensionsVersion == null
                ? Expectation.of(callersCondition)
                : new Expectation<>(
                        Expectation.NO_ITEM, extensionsVersion, row.get(extensionsVersion), callersCondition);
    }

    /** The traces that an item carries which maps them; null for none. */
    @Nullable TraceToken mappedBase(Map<String, AttributeValue> row) {
        return tokens == null ? null : tokens.in(row);
    }

    /**
     * A write of a whole item, and what an extension wants to be done besides.
     *
     * @param updates null for nothing, as always for a put
     * @param begun the attributes that are set only where they are absent
     */
    record Prepared<I>(Write<I> write, @Nullable UpdateExpression updates, Set<String> begun) {}

    /** An item as it is saved: on the version that it carries, and on the caller's condition. */
    Prepared<I> save(
            OperationInfo operation,
            I item,
            @Nullable Clause<AttributeValue> callersCondition,
            Nonces nonces,
            OperationName operationName) {
        Map<String, AttributeValue> row = mapper.encode(item);
        if (version == null) {
            Expectation<AttributeValue> expectation = withExtensionsVersion(row, callersCondition);
            return prepare(
                    operation,
                    item,
                    row,
                    mapper.extensions(),
                    presence.ofPresent(upgrades.onCurrent(callersCondition), nonces),
                    expectation,
                    mappedBase(row),
                    nonces,
                    operationName);
        }
        AttributeValue carried = version.carriedBy(item);
        moveOn(row, carried, nonces);
        return prepare(
                operation,
                item,
                row,
                mapper.extensions(),
                Clause.both(upgrades.onCurrent(callersCondition), presence.isOn(carried, operationName, nonces)),
                new Expectation<>(Expectation.NO_ITEM, version.attribute(), carried, callersCondition),
                // A new item may be a copy of another, and carry the traces of that one.
                carried == null ? null : mappedBase(row),
                nonces,
                operationName);
    }

    /** @param base the traces of the item that is replaced; null if they are not known */
    Prepared<I> prepare(
            OperationInfo operation,
            I item,
            Map<String, AttributeValue> row,
            Extensions chosen,
            @Nullable Clause<AttributeValue> condition,
            Expectation<AttributeValue> expectation,
            @Nullable TraceToken base,
            Nonces nonces,
            OperationName operationName) {
        requireWritable(row);
        // A merge may meet a stored item, unless the condition is that there is none.
        boolean meetsItem =
                operationName == OperationName.UPDATE_ITEM && (version == null || expectation.version() != null);
        Map<String, AttributeValue> given = times.isEmpty() ? row : new HashMap<>(row);
        Set<String> begun = meetsItem ? times.setInMerge(row, nonces) : times.set(row, nonces);
        WriteModification modification = chosen.beforeWrite(row, operationName);
        Map<String, AttributeValue> transformed = modification.transformedItem();
        Map<String, AttributeValue> written = transformed == null ? row : transformed;
        Clause<AttributeValue> whole =
                Clause.both(condition, Expressions.clause(modification.additionalConditionalExpression()));
        WriteTokens.Trace trace = null;
        WriteTokens own = tokens;
        if (own != null) {
            written = transformed == null ? row : new HashMap<>(transformed);
            // An unconditional write that kept the old traces would pass for the write that left the last of them.
            AttributeValue carried = written.remove(own.attribute());
            // An update that is executed twice must not leave the same trace twice, as it would on the caller's
            // condition alone.
            boolean isTraced = operationName == OperationName.PUT_ITEM
                    || versionAttribute() != null
                    || (base != null && carried != null);
            if (whole != null && isTraced) {
                if (base != null && carried != null) {
                    whole = requireNonNull(Clause.both(whole, state.tokenIs(carried)));
                }
                trace = own.trace(base, nonces);
                written.put(own.attribute(), own.value(trace));
            }
        }
        boolean changed = transformed != null
                || version != null
                || !times.isEmpty()
                || (own != null && mapper.stores(own.attribute()));
        Map<String, AttributeValue> stored = written;
        if (modification.updateExpression() != null) {
            stored = new HashMap<>(row);
            stored.putAll(written);
        }
        return new Prepared<>(
                new Write<>(
                        mapper,
                        operation,
                        written,
                        changed ? mapper.read(meetsItem ? times.known(stored, given, begun) : stored) : item,
                        whole,
                        expectation,
                        trace),
                modification.updateExpression(),
                meetsItem ? begun : Set.of());
    }
}
