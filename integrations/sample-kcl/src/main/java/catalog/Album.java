package catalog;

import dev.tempest.KeyTemplate;

/** An album, as the table stores it. */
@KeyTemplate(attribute = "pk", value = "ALBUM#{album}", keyOnly = "album")
@KeyTemplate(attribute = "sk", value = "INFO")
public record Album(String album, String title) {
    /** Identifies an album. */
    public record Key(String album) {}
}
