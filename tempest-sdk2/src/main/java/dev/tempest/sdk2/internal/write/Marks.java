package dev.tempest.sdk2.internal.write;

import dev.tempest.internal.expression.UpdateText;
import dev.tempest.internal.locking.CounterRule;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.locking.VersionRule;
import dev.tempest.sdk2.internal.mapping.WriteTokens;
import dev.tempest.sdk2.internal.schema.SdkValues;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What tells the states of an item apart, as far as writes are concerned that do not know what is stored: its version, or its
 * write token.
 */
final class Marks {
    private static final AttributeValue ZERO = AttributeValue.fromN("0");
    private static final AttributeValue ONE = AttributeValue.fromN("1");

    private final WriteRules<?> rules;

    Marks(WriteRules<?> rules) {
        this.rules = rules;
    }

    /** Whether the mark that a blind write leaves is a text, so that a second execution of it would leave the same. */
    boolean areTexts() {
        VersionRule<AttributeValue> version = rules.version();
        return version == null ? rules.versionAttribute() == null && rules.tokens() != null : !version.isNumber();
    }

    /** Changes the version, or the token where there is none: a writer that has read the old item must not win. */
    void moveOn(UpdateText<AttributeValue> text, Nonces nonces) {
        String attribute = rules.versionAttribute();
        VersionRule<AttributeValue> rule = rules.version();
        WriteTokens tokens = rules.tokens();
        if (attribute != null) {
            if (rule != null && !rule.isNumber()) {
                text.set(attribute, rule.first(nonces));
            } else {
                text.add(attribute, ZERO, ONE);
                AttributeValue limit = versionLimit();
                if (limit != null) {
                    text.requireIfPresent(attribute, "<=", limit);
                }
            }
        } else if (tokens != null) {
            WriteTokens.Trace trace = tokens.trace(null, nonces);
            text.set(tokens.attribute(), tokens.value(trace));
            // Nobody asks for this trace: it only parts what comes after from what came before.
            tokens.release(trace);
        }
    }

    /** The greatest version that has one after it; null if each has. */
    @Nullable AttributeValue versionLimit() {
        VersionRule<AttributeValue> rule = rules.version();
        String attribute = rules.versionAttribute();
        return rule == null && attribute != null
                ? CounterRule.of(attribute, rules.table().schema().table()).limit(1)
                : rule == null ? null : rule.limit();
    }

    /** Why the version of an item cannot move on; null if it can. */
    @Nullable String ofLastVersion(Map<String, AttributeValue> row) {
        String attribute = rules.versionAttribute();
        AttributeValue version = attribute == null ? null : row.get(attribute);
        AttributeValue limit = versionLimit();
        return version != null && version.n() != null && limit != null && SdkValues.INSTANCE.compare(version, limit) > 0
                ? attribute + " " + version.n() + " is the last version that its type can hold"
                : null;
    }

    boolean areIn(Map<String, AttributeValue> row) {
        String version = rules.versionAttribute();
        WriteTokens tokens = rules.tokens();
        return (version != null && SdkValues.in(row, version) != null)
                || (tokens != null && SdkValues.in(row, tokens.attribute()) != null);
    }

    /** Whether no writer came between two states of an item, as far as its marks tell; without marks, whether they are equal. */
    boolean areSame(@Nullable Map<String, AttributeValue> base, @Nullable Map<String, AttributeValue> found) {
        if (base == null || found == null) {
            return base == null && found == null;
        }
        String version = rules.versionAttribute();
        WriteTokens tokens = rules.tokens();
        return areIn(base)
                ? (version == null || Objects.equals(base.get(version), found.get(version)))
                        && (tokens == null
                                || Objects.equals(base.get(tokens.attribute()), found.get(tokens.attribute())))
                : base.equals(found);
    }
}
