package dev.tempest.benchmarks;

import dev.tempest.TableName;
import dev.tempest.benchmarks.models.TrackBean;
import dev.tempest.benchmarks.models.TrackRecord;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;

/** The smallest model, without blocking. */
public interface AsyncMusicDb extends AsyncLogicalDb {
    @TableName("tracks")
    Tracks tracks();

    interface Tracks extends AsyncLogicalTable<TrackBean> {
        AsyncInlineView<TrackRecord.Key, TrackRecord> tracks();
    }
}
