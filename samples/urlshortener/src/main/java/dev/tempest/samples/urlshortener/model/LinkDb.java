package dev.tempest.samples.urlshortener.model;

import dev.tempest.TableName;
import dev.tempest.sdk2.LogicalDb;

/** The database: a single table. */
public interface LinkDb extends LogicalDb {
    /** The name of the only table. */
    String LINK_TABLE_NAME = "short_links";

    @TableName(LINK_TABLE_NAME)
    LinkTable links();
}
