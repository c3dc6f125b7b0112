package dev.tempest.benchmarks;

import dev.tempest.TableName;
import dev.tempest.benchmarks.models.AlbumBean;
import dev.tempest.benchmarks.models.AlbumClass;
import dev.tempest.benchmarks.models.AlbumRecord;
import dev.tempest.benchmarks.models.ReleaseBean;
import dev.tempest.benchmarks.models.ReleaseClass;
import dev.tempest.benchmarks.models.ReleaseRecord;
import dev.tempest.benchmarks.models.TrackBean;
import dev.tempest.benchmarks.models.TrackClass;
import dev.tempest.benchmarks.models.TrackRecord;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;

/** Each model as Tempest's user declares it: a table for each raw item type and kind of item type. */
public interface MusicDb extends LogicalDb {
    @TableName("tracks")
    TrackRecords trackRecords();

    @TableName("track_classes")
    TrackClasses trackClasses();

    @TableName("albums")
    AlbumRecords albumRecords();

    @TableName("album_classes")
    AlbumClasses albumClasses();

    @TableName("releases")
    ReleaseRecords releaseRecords();

    @TableName("release_classes")
    ReleaseClasses releaseClasses();

    interface TrackRecords extends LogicalTable<TrackBean> {
        InlineView<TrackRecord.Key, TrackRecord> tracks();
    }

    interface TrackClasses extends LogicalTable<TrackBean> {
        InlineView<TrackClass.Key, TrackClass> tracks();
    }

    interface AlbumRecords extends LogicalTable<AlbumBean> {
        InlineView<AlbumRecord.Key, AlbumRecord> albums();
    }

    interface AlbumClasses extends LogicalTable<AlbumBean> {
        InlineView<AlbumClass.Key, AlbumClass> albums();
    }

    interface ReleaseRecords extends LogicalTable<ReleaseBean> {
        InlineView<ReleaseRecord.Key, ReleaseRecord> releases();
    }

    interface ReleaseClasses extends LogicalTable<ReleaseBean> {
        InlineView<ReleaseClass.Key, ReleaseClass> releases();
    }
}
