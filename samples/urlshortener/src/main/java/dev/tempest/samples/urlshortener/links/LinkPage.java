package dev.tempest.samples.urlshortener.links;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of an owner's links.
 *
 * @param links newest first
 * @param next a token for the next page, safe in an address; null on the last page
 */
public record LinkPage(List<CountedLink> links, @Nullable String next) {
    public LinkPage {
        links = List.copyOf(links);
    }
}
