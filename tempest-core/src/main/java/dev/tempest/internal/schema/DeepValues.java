package dev.tempest.internal.schema;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Looks into an SDK's attribute values at every depth, by the members that both SDKs have.
 *
 * @param <V> the SDK's attribute value
 */
public abstract class DeepValues<V> implements Values<V> {
    private static final Object NULL = new Object();

    /** The number of a number value as the SDK has it; null for a value of another kind. */
    public abstract @Nullable String number(V value);

    /** The bytes of a binary value; null for a value of another kind. */
    public abstract @Nullable ByteBuffer bytes(V value);

    public abstract @Nullable Boolean bool(V value);

    /** A set's elements, which may be null by a mistake of their converter; null for a value of another kind. */
    public abstract @Nullable List<@Nullable String> textSet(V value);

    /** As {@link #textSet}. */
    public abstract @Nullable List<@Nullable String> numberSet(V value);

    /** As {@link #textSet}. */
    public abstract @Nullable List<@Nullable ByteBuffer> binarySet(V value);

    /** As {@link #textSet}. */
    public abstract @Nullable List<@Nullable V> list(V value);

    /** As {@link #textSet}. */
    public abstract @Nullable Map<String, @Nullable V> map(V value);

    public abstract V ofBool(boolean bool);

    /** A number as DynamoDB reads it. */
    public abstract V ofNumber(String number);

    /** A set of texts: the list belongs to it from now on, as in the methods that follow. */
    public abstract V ofTextSet(List<String> texts);

    public abstract V ofNumberSet(List<String> numbers);

    public abstract V ofBinarySet(List<ByteBuffer> binaries);

    public abstract V ofList(List<V> elements);

    public abstract V ofMap(Map<String, V> entries);

    @Override
    public final boolean isSet(V value) {
        return textSet(value) != null || numberSet(value) != null || binarySet(value) != null;
    }

    @Override
    public final @Nullable V onlyElement(V value) {
        List<@Nullable V> list = list(value);
        if (list != null) {
            return only(list);
        }
        List<@Nullable String> texts = textSet(value);
        if (texts != null) {
            String text = only(texts);
            return text == null ? null : ofText(text);
        }
        List<@Nullable String> numbers = numberSet(value);
        if (numbers != null) {
            String number = only(numbers);
            return number == null ? null : ofNumber(new BigDecimal(number));
        }
        List<@Nullable ByteBuffer> binaries = binarySet(value);
        ByteBuffer bytes = binaries == null ? null : only(binaries);
        return bytes == null ? null : ofBytes(bytes);
    }

    private static <E> @Nullable E only(List<@Nullable E> list) {
        return list.size() == 1 ? list.get(0) : null;
    }

    @Override
    public final boolean isNumber(V value) {
        return number(value) != null;
    }

    @Override
    public final boolean isBinary(V value) {
        return bytes(value) != null;
    }

    @Override
    public final boolean isEmpty(V value) {
        String text = text(value);
        if (text != null) {
            return text.isEmpty();
        }
        ByteBuffer bytes = bytes(value);
        return bytes != null && !bytes.hasRemaining();
    }

    @Override
    public final int compare(V one, V other) {
        String number = number(one);
        String otherNumber = number(other);
        if (number != null && otherNumber != null) {
            return new BigDecimal(number).compareTo(new BigDecimal(otherNumber));
        }
        ByteBuffer bytes = bytes(one);
        ByteBuffer otherBytes = bytes(other);
        if (bytes != null && otherBytes != null) {
            return compareUnsigned(bytes, otherBytes);
        }
        throw new IllegalArgumentException("Neither numbers nor binary values.");
    }

    private static int compareUnsigned(ByteBuffer one, ByteBuffer other) {
        int mismatch = one.mismatch(other);
        if (mismatch < 0 || mismatch >= Math.min(one.remaining(), other.remaining())) {
            return one.remaining() - other.remaining();
        }
        return Byte.compareUnsigned(one.get(one.position() + mismatch), other.get(other.position() + mismatch));
    }

    @Override
    public final boolean same(V one, V other) {
        return one.equals(other) || content(one).equals(content(other));
    }

    /** A value in types whose {@code equals} compares as DynamoDB does. */
    private Object content(@Nullable V value) {
        if (value == null || isNull(value)) {
            return NULL;
        }
        String text = text(value);
        if (text != null) {
            return text;
        }
        String number = number(value);
        if (number != null) {
            return StoredNumber.plain(number);
        }
        ByteBuffer bytes = bytes(value);
        if (bytes != null) {
            return bytes;
        }
        Boolean bool = bool(value);
        return bool != null ? bool : compoundContent(value);
    }

    private Object compoundContent(V value) {
        List<@Nullable String> texts = textSet(value);
        if (texts != null) {
            return new HashSet<>(texts);
        }
        List<@Nullable String> numbers = numberSet(value);
        if (numbers != null) {
            Set<Object> set = new HashSet<>();
            numbers.forEach(number -> set.add(number == null ? NULL : StoredNumber.plain(number)));
            return set;
        }
        List<@Nullable ByteBuffer> binaries = binarySet(value);
        if (binaries != null) {
            return new HashSet<>(binaries);
        }
        List<@Nullable V> list = list(value);
        if (list != null) {
            List<Object> contents = new ArrayList<>(list.size());
            list.forEach(element -> contents.add(content(element)));
            return contents;
        }
        Map<String, @Nullable V> map = map(value);
        if (map != null) {
            Map<String, Object> contents = new HashMap<>();
            map.forEach((name, element) -> contents.put(name, content(element)));
            return contents;
        }
        return NULL;
    }

    /** How many values are in one another, this value the outermost. */
    public final int depth(@Nullable V value) {
        List<@Nullable V> list = value == null ? null : list(value);
        Map<String, @Nullable V> map = value == null ? null : map(value);
        int deepest = 0;
        if (list != null) {
            for (V element : list) {
                deepest = Math.max(deepest, depth(element));
            }
        } else if (map != null) {
            for (V element : map.values()) {
                deepest = Math.max(deepest, depth(element));
            }
        }
        return deepest + 1;
    }

    /** What DynamoDB counts of an item, in bytes. */
    public final long size(Map<String, ? extends @Nullable V> item) {
        long size = 0;
        for (Map.Entry<String, ? extends @Nullable V> attribute : item.entrySet()) {
            size += ItemSize.text(attribute.getKey()) + size(attribute.getValue());
        }
        return size;
    }

    private long size(@Nullable V value) {
        if (value == null) {
            return ItemSize.FLAG;
        }
        String text = text(value);
        if (text != null) {
            return ItemSize.text(text);
        }
        String number = number(value);
        if (number != null) {
            return ItemSize.number(number);
        }
        ByteBuffer bytes = bytes(value);
        return bytes != null ? bytes.remaining() : compoundSize(value);
    }

    private long compoundSize(V value) {
        List<@Nullable String> texts = textSet(value);
        if (texts != null) {
            return sum(texts, text -> text == null ? 0 : ItemSize.text(text));
        }
        List<@Nullable String> numbers = numberSet(value);
        if (numbers != null) {
            return sum(numbers, number -> number == null ? 0 : ItemSize.number(number));
        }
        List<@Nullable ByteBuffer> binaries = binarySet(value);
        if (binaries != null) {
            return sum(binaries, bytes -> bytes == null ? 0 : bytes.remaining());
        }
        List<@Nullable V> list = list(value);
        if (list != null) {
            return ItemSize.CONTAINER + sum(list, element -> ItemSize.ELEMENT + size(element));
        }
        Map<String, @Nullable V> map = map(value);
        return map != null ? ItemSize.CONTAINER + map.size() * ItemSize.ELEMENT + size(map) : ItemSize.FLAG;
    }

    private static <E> long sum(List<@Nullable E> elements, ToLongFunction<@Nullable E> size) {
        long sum = 0;
        for (E element : elements) {
            sum += size.applyAsLong(element);
        }
        return sum;
    }

    @Override
    public final @Nullable String problem(V value) {
        String text = text(value);
        if (text != null) {
            return StoredText.problem(text);
        }
        String number = number(value);
        if (number != null) {
            return numberProblem(number);
        }
        List<@Nullable V> list = list(value);
        if (list != null) {
            return listProblem(list);
        }
        Map<String, @Nullable V> map = map(value);
        if (map != null) {
            return mapProblem(map);
        }
        List<@Nullable String> texts = textSet(value);
        if (texts != null) {
            return textSetProblem(texts);
        }
        List<@Nullable String> numbers = numberSet(value);
        if (numbers != null) {
            return numberSetProblem(numbers);
        }
        List<@Nullable ByteBuffer> binaries = binarySet(value);
        if (binaries != null) {
            return setProblem(binaries);
        }
        return bool(value) != null || isNull(value) || bytes(value) != null
                ? null
                : "is an attribute value without content";
    }

    private static @Nullable String numberProblem(String number) {
        return StoredNumber.fits(number) ? null : "is a number that DynamoDB does not have";
    }

    private @Nullable String listProblem(List<@Nullable V> list) {
        for (int i = 0; i < list.size(); i++) {
            String problem = elementProblem(list.get(i));
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private @Nullable String mapProblem(Map<String, @Nullable V> map) {
        for (Map.Entry<String, @Nullable V> entry : map.entrySet()) {
            String problem = StoredText.isWhole(entry.getKey())
                    ? elementProblem(entry.getValue())
                    : "holds a name that " + StoredText.PROBLEM;
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private @Nullable String elementProblem(@Nullable V element) {
        String problem = element == null ? "is an attribute value without content" : problem(element);
        return problem == null || problem.startsWith("holds ") ? problem : "holds a value that " + problem;
    }

    private static @Nullable String setProblem(List<?> set) {
        if (set.isEmpty()) {
            return "is an empty set";
        }
        for (int i = 0; i < set.size(); i++) {
            if (set.get(i) == null) {
                return "is a set with null in it";
            }
        }
        return null;
    }

    private static @Nullable String textSetProblem(List<@Nullable String> texts) {
        String problem = setProblem(texts);
        for (int i = 0; problem == null && i < texts.size(); i++) {
            String text = texts.get(i);
            problem = text == null || StoredText.isWhole(text) ? null : "holds a value that " + StoredText.PROBLEM;
        }
        return problem;
    }

    private static @Nullable String numberSetProblem(List<@Nullable String> numbers) {
        String problem = setProblem(numbers);
        boolean written = false;
        for (int i = 0; problem == null && i < numbers.size(); i++) {
            String number = String.valueOf(numbers.get(i));
            problem = numberProblem(number);
            written |= number.indexOf('.') >= 0 || number.indexOf('E') >= 0;
        }
        if (problem != null || !written) {
            return problem;
        }
        // Java tells 1.0 from 1.00, and DynamoDB does not.
        Set<BigDecimal> distinct = new HashSet<>();
        for (String number : numbers) {
            distinct.add(StoredNumber.plain(String.valueOf(number)));
        }
        return distinct.size() < numbers.size() ? "is a set in which a number is twice" : null;
    }
}
