package dev.tempest.items;

/** A stored item that was read: an item of one of the table's types, one of no type, or what could not be read. */
public sealed interface ReadItem permits TypedItem, UnknownItem, UnreadableRecord {}
