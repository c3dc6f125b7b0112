package dev.tempest.items;

/** Which images an incremental export has. */
public enum ExportView {
    /** The items after the changes. */
    NEW_IMAGE,
    /** The items before and after the changes. */
    NEW_AND_OLD_IMAGES
}
