package dev.tempest.spring.music;

import dev.tempest.TableName;
import dev.tempest.sdk2.AsyncLogicalDb;

public interface AsyncMusicDb extends AsyncLogicalDb {
    @TableName("music_items")
    AsyncMusicTable music();
}
