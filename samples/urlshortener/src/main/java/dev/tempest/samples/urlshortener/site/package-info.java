/**
 * The shortener's pages, and what their forms do. Start at {@link dev.tempest.samples.urlshortener.site.Site}.
 */
@NullMarked
package dev.tempest.samples.urlshortener.site;

import org.jspecify.annotations.NullMarked;
