package dev.tempest.spring;

/** Something of an application that is loaded again, for a test that does not know the application's types. */
public interface TitleStore {
    /** Stores an album of a title, and returns the title that was stored. */
    String store(String title);
}
