package dev.tempest.samples.urlshortener.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser, as far as HTTP goes: it keeps its cookie, sends forms, and goes nowhere by itself. */
final class HttpVisitor {
    private static final Pattern HIDDEN = Pattern.compile("name=\"(\\w+)\" value=\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI site;
    private Optional<String> cookie = Optional.empty();

    HttpVisitor(URI site) {
        this.site = site;
    }

    /** This visitor, with another browser but the same cookie. */
    HttpVisitor inAnotherBrowser() {
        HttpVisitor other = new HttpVisitor(site);
        other.cookie = cookie;
        return other;
    }

    HttpVisitor withCookie(String header) {
        cookie = Optional.of(header);
        return this;
    }

    /** The cookie, as a browser sends it. */
    String cookie() {
        return cookie.orElseThrow();
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> head(String path) {
        return send(request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    /** Sends a form just as it is given. */
    HttpResponse<String> post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return post(path, "application/x-www-form-urlencoded", body);
    }

    HttpResponse<String> post(String path, String contentType, String body) {
        return send(request(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Opens a page, fills in its form, and sends it to where the form leads. */
    HttpResponse<String> fillIn(String page, String action, Map<String, String> fields) {
        return post(action, formOn(get(page).body(), action, fields));
    }

    /** The fields of a form that stands on a page, with some of them filled in. */
    static Map<String, String> formOn(String page, String action, Map<String, String> fields) {
        int start = page.indexOf("action=\"" + action + "\"");
        if (start < 0) {
            throw new AssertionError("There is no form for " + action + " on:\n" + page);
        }
        Map<String, String> form = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page.substring(start, page.indexOf("</form>", start)));
        while (hidden.find()) {
            form.put(hidden.group(1), hidden.group(2).replace("&amp;", "&"));
        }
        form.putAll(fields);
        return form;
    }

    /** Makes a link, and leaves its lifetime as the form has it. */
    HttpResponse<String> make(String target, String alias) {
        return fillIn("/", "/links", Map.of("target", target, "alias", alias));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.resolve(path));
        cookie.ifPresent(value -> request.header("Cookie", value));
        return request;
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = Optional.of(set.split(";", 2)[0]));
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
