package dev.tempest.samples.urlshortener.site;

import dev.tempest.samples.urlshortener.web.Html;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** What all pages have in common. */
final class Layout {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final String ownAddress;

    Layout(URI own) {
        ownAddress = own.getRawAuthority() + "/";
    }

    /** A whole page. */
    Html page(String title, Html main) {
        return Html.of("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>{} · Short links</title>
                <link rel="icon" href="/icon.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/style.css">
                </head>
                <body>
                <header class="top"><a class="brand" href="/"><img src="/icon.svg" alt="" width="28" height="28">Short links</a></header>
                <main>
                {}</main>
                <footer class="bottom">A sample of Tempest for Java: one DynamoDB table, and no script on any page.</footer>
                </body>
                </html>
                """, title, main);
    }

    /** A page that tells why there is no other. */
    Html message(String title, String text) {
        return page(title, Html.of("""
                        <section class="card narrow">
                        <h1>{}</h1>
                        <p>{}</p>
                        <p><a class="button quiet" href="/">To the start</a></p>
                        </section>
                        """, title, text));
    }

    /** The short address of a link, as one reads it out. */
    String shortAddress(String alias) {
        return ownAddress + alias;
    }

    /** What stands before an alias. */
    String ownAddress() {
        return ownAddress;
    }

    /** The fields without which a form is not taken. */
    static Html formToken(Visitor visitor) {
        return Html.of(
                "<input type=\"hidden\" name=\"{}\" value=\"{}\">", Visitor.FORM_TOKEN_FIELD, visitor.formToken());
    }

    /** A long address, with places where a line may end. */
    static Html address(Object address) {
        return Html.of(
                "{}",
                Arrays.stream(address.toString().split("(?<=[/?&])"))
                        .map(part -> Html.of("{}<wbr>", part))
                        .toList());
    }

    static Html time(Instant time) {
        return Html.of("<time datetime=\"{}\">{} UTC</time>", time, TIME.format(time));
    }

    static String clicks(long count) {
        return count == 1 ? "1 click" : String.format(Locale.ENGLISH, "%,d clicks", count);
    }
}
