import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What .ci/outside wants to know of the documentation's titled code blocks.
 *
 * <ul>
 *   <li>{@code compare PAGE DIRECTORY}: each block titled "Java", or "Java - SDK 2.x", stands in the programs of that name in the
 *       directory, white space and imports aside
 *   <li>{@code extract PAGE LANGUAGE DIRECTORY}: writes each block titled "LANGUAGE - some/file" to that file
 * </ul>
 */
final class Pages {
    private static final Pattern BLOCK = Pattern.compile("(?m)^```\\w+ \\[(.+)]\\n((?s:.*?))^```$");

    private record Block(String title, String code) {}

    public static void main(String[] args) throws IOException {
        Path page = Path.of(args[1]);
        int found = args[0].equals("compare")
                ? compare(page, Path.of(args[2]))
                : extract(page, args[2], Path.of(args[3]));
        System.out.println(page.getFileName() + ": " + found + " blocks");
    }

    private static int compare(Path page, Path programs) throws IOException {
        int compared = 0;
        for (Block block : blocks(page)) {
            Matcher title = Pattern.compile("(Java|Kotlin)(?: - SDK ([12])\\.x)?").matcher(block.title);
            if (!title.matches()) {
                continue;
            }
            for (String sdk : title.group(2) == null ? List.of("1", "2") : List.of(title.group(2))) {
                String program = "guide-" + title.group(1).toLowerCase(Locale.ROOT) + "-sdk" + sdk;
                if (!code(programs.resolve(program).resolve("src")).contains(withoutSpace(block.code))) {
                    throw new IllegalStateException(
                            program + " is not made of the block \"" + block.title + "\" of " + page + ":\n" + block.code);
                }
                compared++;
            }
        }
        return compared;
    }

    private static int extract(Path page, String language, Path directory) throws IOException {
        int extracted = 0;
        for (Block block : blocks(page)) {
            String prefix = language + " - ";
            if (block.title.startsWith(prefix)) {
                Path file = directory.resolve(block.title.substring(prefix.length()));
                Files.createDirectories(file.getParent());
                Files.writeString(file, block.code);
                extracted++;
            }
        }
        if (extracted == 0) {
            throw new IllegalStateException(page + " has no file titled \"" + language + " - ...\"");
        }
        return extracted;
    }

    private static List<Block> blocks(Path page) throws IOException {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(Files.readString(page));
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2)));
        }
        return blocks;
    }

    /** All code under a directory, file after file, without white space, package and imports. */
    private static String code(Path directory) throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                code.append(Files.readAllLines(file).stream()
                        .filter(line -> !line.matches("(package|import) .*"))
                        .collect(Collectors.joining("\n")));
            }
        }
        return withoutSpace(code.toString());
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s+", "");
    }
}
