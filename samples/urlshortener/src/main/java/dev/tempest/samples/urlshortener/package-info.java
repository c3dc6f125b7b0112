/**
 * A URL shortener: a few pages over one DynamoDB table. {@link dev.tempest.samples.urlshortener.UrlShortener} is the program;
 * {@link dev.tempest.samples.urlshortener.links.Links} is where it meets Tempest.
 */
@NullMarked
package dev.tempest.samples.urlshortener;

import org.jspecify.annotations.NullMarked;
