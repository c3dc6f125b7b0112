package dev.tempest.internal.picture;

import dev.tempest.internal.codec.Binding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the values of an attribute are made: fixed text, and properties in braces. */
record Template(List<Token> tokens) {
    /** A piece of fixed text, or the name of a property, with its width if it has one. */
    record Token(String text, boolean isProperty) {
        String shown() {
            return isProperty ? "{" + text + "}" : text;
        }

        String property() {
            int colon = text.indexOf(':');
            return colon < 0 ? text : text.substring(0, colon);
        }
    }

    /**
     * The template of an attribute.
     *
     * @param constant what the attribute holds in every item; null if it depends on the item, or if that is not known
     */
    static Template of(Binding<?> binding, @Nullable String constant) {
        if (constant != null) {
            return new Template(List.of(new Token(constant, false)));
        }
        if (binding.composition() != null) {
            return parse(binding.composition().toString());
        }
        List<Token> tokens = new ArrayList<>();
        if (binding.prefix() != null) {
            tokens.add(new Token(binding.prefix(), false));
        }
        tokens.add(new Token(binding.property().name(), true));
        return new Template(tokens);
    }

    private static Template parse(String text) {
        List<Token> tokens = new ArrayList<>();
        int end = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', end)) {
            if (open > end) {
                tokens.add(new Token(text.substring(end, open), false));
            }
            end = text.indexOf('}', open) + 1;
            tokens.add(new Token(text.substring(open + 1, end - 1), true));
        }
        if (end < text.length()) {
            tokens.add(new Token(text.substring(end), false));
        }
        return new Template(tokens);
    }

    /** Whether all items have the same value. */
    boolean isConstant() {
        return tokens.stream().noneMatch(Token::isProperty);
    }

    List<String> properties() {
        return tokens.stream().filter(Token::isProperty).map(Token::property).toList();
    }

    /** What a query can ask for: as much as stands before each property, the shortest first, without empty ones. */
    List<Template> beginnings() {
        List<Template> found = new ArrayList<>();
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).isProperty()) {
                found.add(new Template(tokens.subList(0, i)));
            }
        }
        return found;
    }

    void write(Html html) {
        html.open("span", "class", "template");
        for (Token token : tokens) {
            html.element(token.isProperty() ? "var" : "b", "", token.shown());
        }
        html.close();
    }
}
