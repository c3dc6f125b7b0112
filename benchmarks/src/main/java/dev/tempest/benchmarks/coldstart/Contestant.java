package dev.tempest.benchmarks.coldstart;

/** Who starts. All have the same table. */
enum Contestant {
    /** The plain SDK: its own time is not what the others are compared by, but what each of them adds to it. */
    PLAIN("plain SDK"),
    /** The enhanced client with one bean for all of the table. */
    ENHANCED("enhanced client, one bean"),
    /** Tempest with five item types. */
    TEMPEST_RECORDS("Tempest, five records"),
    /** The same as classes with final fields. */
    TEMPEST_CLASSES("Tempest, five classes"),
    /** The records, saved on a condition of five attributes that is the SDK's expression. */
    TEMPEST_EXPRESSION("Tempest, five records, a condition in text"),
    /** The same condition by attributes. */
    TEMPEST_ATTRIBUTES("Tempest, five records, a condition by attributes");

    private final String description;

    Contestant(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }
}
