package dev.tempest.samples.terminal;

/** What {@code --help} says. */
public final class HelpTexts {
    private static final String OPTIONS = """

              (no option)     an embedded DynamoDB, in memory
              --endpoint URL  any service that speaks DynamoDB's protocol, such as
                              http://localhost:8000
              --aws           AWS, with the default credentials and region. %s
              --help          this text

            Exit status: 0 if %s,
            1 if not or if anything failed, 2 for a wrong option.
            """;

    /** The help of the music libraries. */
    public static final String MUSIC_LIBRARY =
            """
            Usage: musiclibrary [--endpoint URL | --aws | --help]

            Loads a discography into the DynamoDB table "music_items", shows it through the
            table's indexes, and lets several writers change one playlist at the same time.
            """ + OPTIONS.formatted("""
            It writes some 600
                              items and costs less than a cent; the table stays""", "every writer's change is there in the end");

    /** The help of the programs on optimistic locking. */
    public static final String OPTIMISTIC_LOCKING = """
            Usage: optimisticlocking [--endpoint URL | --aws | --help]

            Lets eight writers add tracks to one playlist at the same time, on a network that
            loses a fifth of the responses, and counts what becomes of their changes.
            """ + OPTIONS.formatted("""
            It writes one small
                              item some thousands of times and costs a few cents;
                              the table "locking_playlists" stays""", "the ways that are to be exact are");

    private HelpTexts() {}
}
