package dev.tempest.kotlin.fourways;

import java.util.List;

/** What each of the four programs can do. */
public interface Tracks {
    void write(List<JavaTrack> tracks);

    List<JavaTrack> read(String album);
}
