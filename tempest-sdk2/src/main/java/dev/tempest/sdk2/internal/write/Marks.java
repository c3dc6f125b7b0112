package dev.tempest.sdk2.internal.write;

import dev.tempest.internal.expression.UpdateText;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.write.Versions;
import dev.tempest.sdk2.internal.mapping.WriteTokens;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What tells the states of an item apart, as far as writes are concerned that do not know what is stored: its version, or its
 * write token.
 */
final class Marks {
    private final WriteRules<?> rules;

    Marks(WriteRules<?> rules) {
        this.rules = rules;
    }

    /** Whether the mark that a blind write leaves is a text, so that a second execution of it would leave the same. */
    boolean areTexts() {
        Versions<AttributeValue> versions = rules.versions();
        return versions.attribute() == null ? rules.tokens() != null : versions.areTexts();
    }

    /** Changes the version, or the token where there is none: a writer that has read the old item must not win. */
    void moveOn(UpdateText<AttributeValue> text, Nonces nonces) {
        WriteTokens tokens = rules.tokens();
        if (rules.versions().attribute() != null) {
            rules.versions().moveOn(text, nonces);
        } else if (tokens != null) {
            WriteTokens.Trace trace = tokens.trace(null, nonces);
            text.set(tokens.attribute(), tokens.value(trace));
            // Nobody asks for this trace: it only parts what comes after from what came before.
            tokens.release(trace);
        }
    }
}
