/**
 * What a small web site needs, over the JDK's own server: routes, forms, cookies, pages that escape what is put into them.
 * Knows nothing of links. Start at {@link dev.tempest.samples.urlshortener.web.WebServer}.
 */
@NullMarked
package dev.tempest.samples.urlshortener.web;

import org.jspecify.annotations.NullMarked;
