package dev.tempest.rewrite;

/** What differs between the libraries in a way that a recipe cannot settle. */
enum Topic {
    TRANSACTION_SAVE(
            "save in a transaction",
            "save replaces the whole item here. Use merge to keep attributes that the item type does not have."),
    RESOLVER(
            "table name resolver",
            "The class that is passed is the interface of the table. Check what the resolver does with it."),
    WORKER(
            "scan by a worker",
            "parallelScan starts all workers in one call. In Java, set workerId in a ScanConfig.builder()."),
    ARGUMENTS("arguments by position", "Set these arguments in a QueryConfig.builder() or ScanConfig.builder()."),
    LAZY(
            "lazy results",
            "This returns Results, an Iterable, and no Sequence. Read it in a loop, by stream() or by toList()."),
    CLIENT(
            "wrapped client",
            "The library calls the DynamoDbClient inside of the enhanced client. Wrap that client, or add an"
                    + " OperationListener."),
    CAPACITY("consumed capacity", "This returns a Loaded with item() and consumedCapacity(), and no Pair."),
    WRITE_SET("content of a write set", "A write set has operations(), in the order in which they were added."),
    UNPROCESSED(
            "unprocessed items",
            "These are the items and keys that were passed. A batch that DynamoDB rejects is a BatchWriteException."),
    EXTENSION(
            "extension",
            "This extension is not here: save returns the item as stored, and @CreatedAt and @UpdatedAt keep times."),
    TEST_DATABASE(
            "database of a test",
            "Tables exist while a test runs. Create the database in a @BeforeEach method, or by lazy."),
    TEST_CLIENT(
            "client of a test", "Pass a client that has these extensions, or this configuration, to LogicalDb.create."),
    TEST_TABLE("table of a test", "Check this call: table(...) adds one table, and a function changes the request.");

    final String title;
    final String explanation;

    Topic(String title, String explanation) {
        this.title = title;
        this.explanation = explanation;
    }
}
