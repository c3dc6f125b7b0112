package dev.tempest.local.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The differences that are settled in favour of our engine, each with its reason and AWS's documentation. They stand in the
 * resource {@code differences.txt}.
 */
final class Differences {
    /**
     * A settled difference.
     *
     * @param operations those that it concerns
     * @param without fields that are not compared
     * @param theirs what the other engine's response contains, if it is about the whole response
     * @param ours what our engine's response contains
     * @param request what the request contains
     * @param extraRecords whether theirs has records of writes that changed nothing
     * @param rare whether a recording need not meet it
     * @param stored whether the engines store different things, which the responses need not show
     * @param prefix what their message has at its beginning, and ours has not
     */
    private record Difference(
            String name,
            Pattern operations,
            Set<String> without,
            @Nullable Pattern theirs,
            @Nullable Pattern ours,
            @Nullable Pattern request,
            @Nullable Pattern prefix,
            boolean extraRecords,
            boolean stored,
            boolean rare) {}

    private static final String RESOURCE = "/differential/differences.txt";

    private final List<Difference> all = new ArrayList<>();
    private final Map<String, Integer> seen = new TreeMap<>();

    private Differences() {}

    /**
     * Reads the list.
     *
     * @param recorded whether what is compared is the recording, which some differences are younger than
     */
    static Differences read(boolean recorded) {
        Differences differences = new Differences();
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : (text() + "\n[end]").split("\n", -1)) {
            if (line.startsWith("[")) {
                if (fields.containsKey("name") && !(recorded && fields.containsKey("younger"))) {
                    differences.all.add(difference(fields));
                }
                fields.clear();
                fields.put("name", line.substring(1, line.indexOf(']')));
            } else if (line.contains(" = ") && !line.startsWith("#")) {
                int end = line.indexOf(" = ");
                fields.put(
                        line.substring(0, end).strip(), line.substring(end + 3).strip());
            }
        }
        return differences;
    }

    private static String text() {
        try (var in = Differences.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("No resource " + RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Difference difference(Map<String, String> fields) {
        String name = fields.getOrDefault("name", "");
        for (String required : List.of("operations", "because", "see")) {
            if (!fields.containsKey(required)) {
                throw new IllegalStateException("The difference " + name + " has no line: " + required);
            }
        }
        String without = fields.get("without");
        return new Difference(
                name,
                Pattern.compile(fields.getOrDefault("operations", "")),
                without == null ? Set.of() : Set.copyOf(Arrays.asList(without.split(", *"))),
                pattern(fields.get("theirs")),
                pattern(fields.get("ours")),
                pattern(fields.get("request")),
                pattern(fields.get("prefix")),
                fields.containsKey("records"),
                fields.containsKey("stored"),
                fields.containsKey("rare"));
    }

    private static @Nullable Pattern pattern(@Nullable String text) {
        return text == null ? null : Pattern.compile(text);
    }

    /** Whether the engines store different things, as it is settled. */
    boolean isStored(Call call, Map<String, @Nullable Object> theirs, Map<String, @Nullable Object> ours) {
        boolean stored = false;
        for (Difference difference : all) {
            if (difference.stored()
                    && difference.operations().matcher(call.operation()).matches()
                    && found(difference.request(), call.json())
                    && !theirs.containsKey("error")
                    && !ours.containsKey("error")) {
                seen.merge(difference.name(), 1, Integer::sum);
                stored = true;
            }
        }
        return stored;
    }

    /** Whether the responses are equal, or differ only as it is settled. */
    boolean settle(Call call, Map<String, @Nullable Object> theirs, Map<String, @Nullable Object> ours) {
        Object one = theirs;
        Object two = ours;
        if (one.equals(two)) {
            return true;
        }
        String theirText = Json.write(one);
        String ourText = Json.write(two);
        for (Difference difference : all) {
            if (!difference.operations().matcher(call.operation()).matches()
                    || !found(difference.request(), call.json())) {
                continue;
            }
            if (difference.stored()) {
                continue;
            }
            if (difference.extraRecords()) {
                if (Records.differOnlyInUnchanged(one, two)) {
                    seen.merge(difference.name(), 1, Integer::sum);
                    return true;
                }
                continue;
            }
            if (difference.prefix() != null) {
                Object rest = withoutPrefix(difference.prefix(), one);
                if (!rest.equals(one)) {
                    seen.merge(difference.name(), 1, Integer::sum);
                    one = rest;
                    theirText = Json.write(one);
                }
                if (one.equals(two)) {
                    return true;
                }
                continue;
            }
            if (difference.without().isEmpty()) {
                if (found(difference.theirs(), theirText) && found(difference.ours(), ourText)) {
                    seen.merge(difference.name(), 1, Integer::sum);
                    return true;
                }
                continue;
            }
            if (!found(difference.theirs(), theirText) || !found(difference.ours(), ourText)) {
                continue;
            }
            Object lessOfOne = without(difference.without(), one);
            Object lessOfTwo = without(difference.without(), two);
            if (!lessOfOne.equals(one) || !lessOfTwo.equals(two)) {
                seen.merge(difference.name(), 1, Integer::sum);
            }
            one = lessOfOne;
            two = lessOfTwo;
            theirText = Json.write(one);
            ourText = Json.write(two);
            if (one.equals(two)) {
                return true;
            }
        }
        return false;
    }

    private static boolean found(@Nullable Pattern pattern, String text) {
        return pattern == null || pattern.matcher(text).find();
    }

    private static Object withoutPrefix(Pattern prefix, Object response) {
        Map<String, @Nullable Object> rest = new TreeMap<>(Json.object(response));
        rest.computeIfPresent(
                "message", (name, message) -> prefix.matcher(message.toString()).replaceFirst(""));
        return rest;
    }

    private static Object without(Set<String> fields, Object value) {
        if (value instanceof Map) {
            Map<String, @Nullable Object> rest = new TreeMap<>();
            Json.object(value).forEach((name, each) -> {
                boolean empty = Map.of().equals(each) && fields.contains(name + "={}");
                if (!fields.contains(name) && !empty) {
                    rest.put(name, each == null ? null : without(fields, each));
                }
            });
            return rest;
        }
        if (value instanceof List) {
            List<@Nullable Object> rest = new ArrayList<>();
            Json.list(value).forEach(each -> rest.add(each == null ? null : without(fields, each)));
            return rest;
        }
        return value;
    }

    /** How often each listed difference was met. */
    Map<String, Integer> seen() {
        return seen;
    }

    /** The listed differences that were never met, but for the rare ones. */
    Set<String> unseen() {
        return all.stream()
                .filter(difference -> !difference.rare())
                .map(Difference::name)
                .filter(name -> !seen.containsKey(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
