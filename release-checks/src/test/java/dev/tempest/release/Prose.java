package dev.tempest.release;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people read of a file: the text of documentation comments and of messages, and of pages without their code. */
final class Prose {
    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^\\s*```.*?^\\s*```\\s*$");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern LINK_TARGET = Pattern.compile("]\\([^)]*\\)");
    private static final Pattern TAG = Pattern.compile("\\{@(?:code|link|linkplain)[^}]*}");
    private static final Pattern NEWLINE = Pattern.compile("\\n");

    private Prose() {}

    /** A piece of prose; its line breaks are spaces. */
    record Passage(int line, String text) {}

    /** A Markdown page. */
    static List<Passage> ofPage(String page) {
        String text = blank(CODE, blank(CODE_BLOCK, page));
        text = LINK_TARGET.matcher(text).replaceAll("]");
        List<Passage> passages = new ArrayList<>();
        int line = 1;
        for (String paragraph : text.split("(?<=\\n)(?=\\n)", -1)) {
            passages.add(new Passage(line, paragraph.replace('\n', ' ')));
            line += lines(paragraph);
        }
        return passages;
    }

    /** The same text with what matches taken out, and as many lines. */
    private static String blank(Pattern code, String text) {
        return code.matcher(text).replaceAll(match -> Matcher.quoteReplacement("\n".repeat(lines(match.group()))));
    }

    private static int lines(String text) {
        return (int) NEWLINE.matcher(text).results().count();
    }

    /**
     * A source of Java or Kotlin: its messages, which are strings of more than one word, and its documentation comments.
     *
     * @param isPublic whether its comments are published
     */
    static List<Passage> ofSource(String source, boolean isPublic) {
        List<Passage> passages = new ArrayList<>();
        StringBuilder message = new StringBuilder();
        int messageLine = 1;
        int at = 0;
        while (at < source.length()) {
            int end = endOfToken(source, at);
            String token = source.substring(at, end);
            if (token.length() > 1 && token.startsWith("\"")) {
                messageLine = message.isEmpty() ? 1 + lines(source.substring(0, at)) : messageLine;
                message.append(token.replace("\"", ""));
            } else if (!token.isBlank() && !token.equals("+")) {
                addMessage(passages, messageLine, message);
                if (isPublic && token.startsWith("/**")) {
                    String text =
                            TAG.matcher(token.replaceAll("\\n *\\*?", " ")).replaceAll("");
                    passages.add(new Passage(1 + lines(source.substring(0, at)), text));
                }
            }
            at = end;
        }
        addMessage(passages, messageLine, message);
        return passages;
    }

    private static void addMessage(List<Passage> passages, int line, StringBuilder message) {
        if (message.toString().strip().contains(" ")) {
            passages.add(
                    new Passage(line, message.toString().replace("\\n", " ").replace('\n', ' ')));
        }
        message.setLength(0);
    }

    private static int endOfToken(String source, int at) {
        if (source.startsWith("/*", at)) {
            return after(source, "*/", at + 2);
        }
        if (source.startsWith("//", at)) {
            return after(source, "\n", at);
        }
        if (source.startsWith("\"\"\"", at)) {
            return after(source, "\"\"\"", at + 3);
        }
        char first = source.charAt(at);
        if (first != '"' && first != '\'') {
            return at + 1;
        }
        int end = at + 1;
        while (end < source.length() && source.charAt(end) != first && source.charAt(end) != '\n') {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, source.length());
    }

    private static int after(String source, String closing, int from) {
        int end = source.indexOf(closing, from);
        return end < 0 ? source.length() : end + closing.length();
    }
}
