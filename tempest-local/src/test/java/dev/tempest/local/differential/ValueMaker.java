package dev.tempest.local.differential;

import dev.tempest.local.differential.TableShape.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes attribute values, keys and items of few different values, so that requests meet each other's. */
final class ValueMaker {
    /** Plain attributes, by what they usually hold. */
    static final List<String> SCALARS = List.of("a", "b");

    static final List<String> ATTRIBUTES =
            List.of("a", "b", "s", "x", "doc", "els", "ss", "ns", "bs", "g", "h", "l", "n", "q");

    private static final List<String> TEXTS =
            List.of("a", "b", "ab", "abc", "zz", "", "é", "😀", "\u0000", "A", "a b", "\"", "ﬀ", "10", "9");
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "2",
            "3",
            "-1",
            "1.5",
            "10",
            "9",
            "-0",
            "1e3",
            "1E-2",
            "+7",
            "007",
            "1.50",
            ".5",
            "5.",
            "100000000000000000000",
            "12345678901234567890123456789012345678",
            "-0.12345678901234567890123456789012345678",
            "1e125",
            "9.9999999999999999999999999999999999999E+125",
            "1e-130",
            "-1e-130",
            "-1e125");
    private static final List<String> BYTES = List.of("AQ==", "AQI=", "/w==", "", "AAA=", "AP8=");
    private static final int MAX_DEPTH = 3;

    private final Dice dice;

    ValueMaker(Dice dice) {
        this.dice = dice;
    }

    static Map<String, @Nullable Object> value(String type, @Nullable Object content) {
        return Json.of(type, content);
    }

    Map<String, @Nullable Object> text() {
        return value("S", dice.of(TEXTS));
    }

    Map<String, @Nullable Object> number() {
        return value("N", dice.chance(80) ? String.valueOf(dice.below(5)) : dice.of(NUMBERS));
    }

    Map<String, @Nullable Object> bytes() {
        return value("B", dice.of(BYTES));
    }

    Map<String, @Nullable Object> scalar() {
        return switch (dice.below(8)) {
            case 0, 1, 2 -> text();
            case 3, 4, 5 -> number();
            case 6 -> bytes();
            default -> dice.chance(50) ? value("BOOL", dice.chance(50)) : value("NULL", true);
        };
    }

    Map<String, @Nullable Object> any() {
        return any(0);
    }

    private Map<String, @Nullable Object> any(int depth) {
        if (depth >= MAX_DEPTH || dice.chance(50)) {
            return scalar();
        }
        return switch (dice.below(5)) {
            case 0 -> list(depth + 1);
            case 1 -> document(depth + 1);
            case 2 -> textSet();
            case 3 -> numberSet();
            default -> byteSet();
        };
    }

    private Map<String, @Nullable Object> list(int depth) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = dice.below(5); i > 0; i--) {
            elements.add(any(depth));
        }
        return value("L", elements);
    }

    private Map<String, @Nullable Object> document(int depth) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (String member : dice.some(List.of("x", "y", "z", "els", "doc"), dice.below(4))) {
            members.put(
                    member,
                    switch (member) {
                        case "els" -> depth < MAX_DEPTH ? list(depth + 1) : scalar();
                        case "doc" -> depth < MAX_DEPTH ? document(depth + 1) : scalar();
                        case "x" -> number();
                        default -> any(depth);
                    });
        }
        return value("M", members);
    }

    Map<String, @Nullable Object> list() {
        return list(1);
    }

    Map<String, @Nullable Object> textSet() {
        return value("SS", dice.some(List.of("a", "b", "c", "", "é"), 1 + dice.below(3)));
    }

    Map<String, @Nullable Object> numberSet() {
        return value("NS", dice.some(List.of("1", "2", "3.5", "-1", "1e2"), 1 + dice.below(3)));
    }

    Map<String, @Nullable Object> byteSet() {
        return value("BS", dice.some(List.of("AQ==", "Ag==", "/w=="), 1 + dice.below(2)));
    }

    /** A value of the type that the attribute usually has. */
    Map<String, @Nullable Object> usual(String attribute) {
        return switch (attribute) {
            case "s", "y" -> text();
            case "x" -> number();
            case "doc" -> document(1);
            case "els" -> list(1);
            case "ss" -> textSet();
            case "ns" -> numberSet();
            case "bs" -> byteSet();
            case "g", "h", "l", "n", "q" ->
                indexed(TableShape.INDEXED.stream()
                        .filter(field -> field.name().equals(attribute))
                        .findFirst()
                        .orElseThrow());
            default -> any();
        };
    }

    Map<String, @Nullable Object> indexed(Field field) {
        return value(
                field.type(),
                switch (field.type()) {
                    case "S" -> dice.of("a", "b", "ab");
                    case "N" -> dice.of("0", "1", "-1", "2.5");
                    default -> dice.of("AQ==", "/w==", "AQI=");
                });
    }

    Map<String, @Nullable Object> keyValue(Field field) {
        int of = field.name().equals("pk") ? 4 : 6;
        int which = dice.below(of);
        return value(
                field.type(),
                switch (field.type()) {
                    case "S" -> List.of("a", "b", "ab", "é", "😀", "B").get(which);
                    case "N" -> List.of("0", "1", "-2.5", "10", "9", "1e20").get(which);
                    default ->
                        List.of("AQ==", "/w==", "AQI=", "AA==", "AP8=", "fw==").get(which);
                });
    }

    Map<String, @Nullable Object> key(TableShape shape) {
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        shape.keys().forEach(field -> key.put(field.name(), keyValue(field)));
        return key;
    }

    Map<String, @Nullable Object> item(TableShape shape) {
        Map<String, @Nullable Object> item = key(shape);
        for (String attribute : ATTRIBUTES) {
            if (dice.chance(45)) {
                item.put(attribute, usual(attribute));
            }
        }
        return item;
    }

    /** A value that no request may hold. */
    Map<String, @Nullable Object> wrong() {
        return switch (dice.below(24)) {
            case 0 -> value("N", "x");
            case 1 -> value("N", "");
            case 2 -> value("N", "1e126");
            case 3 -> value("N", "1e-131");
            case 4 -> value("N", "123456789012345678901234567890123456789");
            case 5 -> value("SS", List.of());
            case 6 -> value("NS", List.of());
            case 7 -> value("SS", List.of("a", "a"));
            case 8 -> value("NS", List.of("1", "1.0"));
            case 9 -> value("BS", List.of("AQ==", "AQ=="));
            case 10 -> value("NS", List.of("x"));
            case 11 -> Json.of();
            case 12 -> Json.of("S", "a", "N", "1");
            case 13 -> value("NULL", false);
            case 14 -> value("M", Json.of("k", value("N", "x")));
            case 15 -> value("L", List.of(value("SS", List.of())));
            case 16 -> nested(40);
            case 17 -> value("N", " 1");
            case 18 -> value("N", "0x1");
            case 19 -> value("N", "1_0");
            case 20 -> value("N", "NaN");
            case 21 -> value("BS", List.of());
            case 22 -> value("L", List.of(Json.of()));
            default -> value("N", "1e");
        };
    }

    /** Lists in each other, so many of them. */
    static Map<String, @Nullable Object> nested(int depth) {
        Map<String, @Nullable Object> value = value("S", "deep");
        for (int i = 0; i < depth; i++) {
            value = value("L", new ArrayList<>(List.of(value)));
        }
        return value;
    }
}
