package dev.tempest.spring.music;

import dev.tempest.Attribute;
import dev.tempest.Version;

public record Album(
        @Attribute(name = "partition_key") String token,
        String title,
        Label label,
        @Version long version) {

    public Album(String token, String title) {
        this(token, title, new Label("none"), 0);
    }

    @Attribute(prefix = "ALBUM_")
    public String sort_key() {
        return "";
    }

    public record Key(String token) {
        public String sort_key() {
            return "";
        }
    }

    public record Label(String name) {}
}
