package dev.tempest.samples.urlshortener.links;

import dev.tempest.samples.urlshortener.model.Link;

/** A link, and how often it was followed. */
public record CountedLink(Link link, long clicks) {}
