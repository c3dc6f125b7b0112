package dev.tempest.sdk2.items;

import dev.tempest.ExpiresAt;

/**
 * The mark of a change that a consumer has handled. It expires when the change can no longer be delivered again.
 *
 * @param id the consumer's name and the id of the change
 * @param expires_at in seconds since 1970
 */
public record HandledChange(String id, @ExpiresAt Long expires_at) {
    /**
     * The key of a mark.
     *
     * @param id see {@link HandledChange#id()}
     */
    public record Key(String id) {}
}
