package dev.tempest.spring.music;

import dev.tempest.spring.TitleStore;

public class Shelf implements TitleStore {
    private final MusicDb db;
    private final MusicTable music;

    public Shelf(MusicDb db, MusicTable music) {
        this.db = db;
        this.music = music;
    }

    @Override
    public String store(String title) {
        db.createTables();
        music.albums().save(new Album(title, title));
        return music.albums().load(new Album.Key(title)).title();
    }
}
