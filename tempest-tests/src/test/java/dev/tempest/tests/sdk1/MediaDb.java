package dev.tempest.tests.sdk1;

import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.LogicalTable;
import dev.tempest.sdk1.SecondaryIndex;
import dev.tempest.tests.faces.Media;

/** The very item types that the tests of SDK 2.x use, declared for SDK 1.x. */
public interface MediaDb extends LogicalDb {
    Table media();

    interface Table extends LogicalTable<MediaRow> {
        InlineView<Media.Track.Key, Media.Track> tracks();

        InlineView<Media.Review.Key, Media.Review> reviews();

        InlineView<Media.Draft.Key, Media.Draft> drafts();

        SecondaryIndex<Media.Track.ByGenre, Media.Track> tracksByGenre();

        SecondaryIndex<Media.Track.ByRank, Media.Track> tracksByRank();

        default Media.Track firstTrack(String album) {
            return tracks().load(Media.track(album, 0).key());
        }
    }

    static Sdk1Db tables() {
        return new Sdk1Db().table(Media.TABLE, MediaRow.class).table(Media.ARCHIVE, MediaRow.class);
    }
}
