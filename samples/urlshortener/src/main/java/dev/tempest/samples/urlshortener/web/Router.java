package dev.tempest.samples.urlshortener.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds who answers a request by its method and path. The first route that fits is taken. */
public final class Router implements Handler {
    private final List<Route> routes = new ArrayList<>();

    private record Route(String method, List<String> pattern, Handler handler) {
        /** The parts of the path that the pattern names, if the path fits. */
        Optional<Map<String, String>> match(List<String> path) {
            if (path.size() != pattern.size()) {
                return Optional.empty();
            }
            Map<String, String> parameters = new HashMap<>();
            for (int i = 0; i < path.size(); i++) {
                String wanted = pattern.get(i);
                if (wanted.startsWith("{")) {
                    parameters.put(wanted.substring(1, wanted.length() - 1), path.get(i));
                } else if (!wanted.equals(path.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(parameters);
        }

        /** Who answers GET answers HEAD, too; the body is then left out. */
        boolean takes(String method) {
            return this.method.equals(method) || (this.method.equals("GET") && method.equals("HEAD"));
        }
    }

    /** Lets a handler answer GET (and HEAD) requests for a path, such as {@code /links/{alias}}. */
    public Router get(String path, Handler handler) {
        return add("GET", path, handler);
    }

    /** Lets a handler answer POST requests for a path. */
    public Router post(String path, Handler handler) {
        return add("POST", path, handler);
    }

    private Router add(String method, String path, Handler handler) {
        routes.add(new Route(method, segments(path), handler));
        return this;
    }

    @Override
    public Response handle(Request request) {
        List<String> path = decoded(request.rawPath());
        TreeSet<String> allowed = new TreeSet<>();
        for (Route route : routes) {
            Optional<Map<String, String>> parameters = route.match(path);
            if (parameters.isPresent()) {
                if (route.takes(request.method())) {
                    return route.handler.handle(request.withPathParameters(parameters.get()));
                }
                allowed.add(route.method);
                if (route.method.equals("GET")) {
                    allowed.add("HEAD");
                }
            }
        }
        if (allowed.isEmpty()) {
            throw new HttpError(404, "There is no such page.");
        }
        throw new HttpError(405, "That cannot be done with this page.", Map.of("Allow", String.join(", ", allowed)));
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    private static List<String> decoded(String rawPath) {
        if (!rawPath.startsWith("/")) {
            throw new HttpError(400, "An address begins with a slash.");
        }
        try {
            return segments(rawPath).stream()
                    // A plus stands for itself in a path, and for a space in a form only.
                    .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new HttpError(400, "The address is not encoded as it should be.");
        }
    }
}
