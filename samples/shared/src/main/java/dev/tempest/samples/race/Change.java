package dev.tempest.samples.race;

/** Something to be done to a playlist, whatever the playlist looks like by then. */
public sealed interface Change {
    /** Gives the playlist another name. */
    record Rename(String newName) implements Change {
        @Override
        public String toString() {
            return "renames it \"" + newName + "\"";
        }
    }

    /**
     * Adds a track at the end.
     *
     * @param title the track's title, to tell people which track it is
     */
    record AddTrack(String albumToken, String trackToken, String title) implements Change {
        @Override
        public String toString() {
            return "adds " + title;
        }
    }
}
