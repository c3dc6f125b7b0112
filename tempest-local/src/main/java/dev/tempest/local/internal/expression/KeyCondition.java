package dev.tempest.local.internal.expression;

import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.table.Key;
import dev.tempest.local.internal.table.KeyRules;
import dev.tempest.local.internal.table.KeySchema;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.AttributeValue.Text;
import dev.tempest.local.internal.value.DataType;
import dev.tempest.local.internal.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The condition of a query: values for all partition key attributes, and what is asked of the sort key. */
public final class KeyCondition {
    /** What a query can ask of a key attribute. */
    enum Operator {
        EQ,
        LT,
        LE,
        GT,
        GE,
        BEGINS_WITH,
        BETWEEN
    }

    /** What is asked of one key attribute; two values for BETWEEN, else one. */
    record Term(Operator operator, List<AttributeValue> values) {}

    private final Map<String, Term> terms;

    KeyCondition(Map<String, Term> terms) {
        this.terms = new LinkedHashMap<>(terms);
    }

    /** Fails unless this is a condition on the key of the table or index. */
    public Range range(KeySchema schema, Map<String, DataType> types) {
        for (String attribute : schema.hash()) {
            if (!terms.containsKey(attribute)) {
                throw missed(attribute);
            }
        }
        if (schema.range().size() < 2 && terms.size() > 2) {
            throw ServiceException.validation("Conditions can be of length 1 or 2 only");
        }
        for (String attribute : terms.keySet()) {
            if (!schema.contains(attribute)) {
                throw schema.range().isEmpty()
                        ? ServiceException.validation("Query key condition not supported")
                        : missed(schema.range().get(0));
            }
        }
        terms.forEach((attribute, term) -> check(attribute, term, types));
        List<AttributeValue> parts = new ArrayList<>();
        for (String attribute : schema.hash()) {
            parts.add(equality(attribute));
        }
        return new Range(parts, schema.hash().size(), sortTerm(schema, parts));
    }

    private AttributeValue equality(String attribute) {
        Term term = terms.get(attribute);
        if (term == null || term.operator() != Operator.EQ) {
            throw ServiceException.validation("Query key condition not supported");
        }
        return term.values().get(0);
    }

    /** Adds the values of the leading equalities to {@code parts}, and returns the term that follows them. */
    private @Nullable Term sortTerm(KeySchema schema, List<AttributeValue> parts) {
        List<String> range = schema.range();
        int last = range.size() - 1;
        while (last >= 0 && !terms.containsKey(range.get(last))) {
            last--;
        }
        for (int i = 0; i <= last; i++) {
            Term term = terms.get(range.get(i));
            if (term != null && term.operator() == Operator.EQ) {
                parts.add(term.values().get(0));
            } else if (i < last || term == null) {
                throw ServiceException.validation("RANGE key attributes " + range.get(i)
                        + " must have equality conditions specified in the query because a condition is present on"
                        + " key attribute " + range.get(last));
            } else {
                return term;
            }
        }
        return null;
    }

    private static void check(String attribute, Term term, Map<String, DataType> types) {
        for (AttributeValue value : term.values()) {
            if (value.type() != types.get(attribute)) {
                throw ServiceException.invalidParameter("Condition parameter type does not match schema type");
            }
            if (Values.isEmpty(value)) {
                throw KeyRules.emptyKey(attribute, value);
            }
        }
    }

    private static ServiceException missed(String attribute) {
        return ServiceException.validation("Query condition missed key schema element: " + attribute);
    }

    /** The keys that a query reads. */
    public static final class Range {
        private final List<AttributeValue> prefix;
        private final int partitionParts;
        private final @Nullable Term term;

        Range(List<AttributeValue> prefix, int partitionParts, @Nullable Term term) {
            this.prefix = List.copyOf(prefix);
            this.partitionParts = partitionParts;
            this.term = term;
        }

        public Key lower() {
            if (term != null) {
                AttributeValue first = term.values().get(0);
                switch (term.operator()) {
                    case GT -> {
                        return Key.after(with(first), partitionParts);
                    }
                    case GE, BETWEEN, BEGINS_WITH -> {
                        return Key.before(with(first), partitionParts);
                    }
                    default -> {}
                }
            }
            return Key.before(prefix, partitionParts);
        }

        public Key upper() {
            if (term != null) {
                AttributeValue first = term.values().get(0);
                switch (term.operator()) {
                    case LT -> {
                        return Key.before(with(first), partitionParts);
                    }
                    case LE -> {
                        return Key.after(with(first), partitionParts);
                    }
                    case BETWEEN -> {
                        return Key.after(with(term.values().get(1)), partitionParts);
                    }
                    case BEGINS_WITH -> {
                        AttributeValue next = successor(first);
                        if (next != null) {
                            return Key.before(with(next), partitionParts);
                        }
                    }
                    default -> {}
                }
            }
            return Key.after(prefix, partitionParts);
        }

        /** The least value after all that begin with this one; null where none is easily named. */
        private static @Nullable AttributeValue successor(AttributeValue prefix) {
            if (!(prefix instanceof Text text)) {
                return null;
            }
            String value = text.value();
            char last = value.charAt(value.length() - 1);
            // Next to the surrogates a character's successor is not the next char.
            return last >= Character.MIN_SURROGATE - 1
                    ? null
                    : new Text(value.substring(0, value.length() - 1) + (char) (last + 1));
        }

        /** Whether a value of the sort key within the bounds is one that the query reads. */
        public boolean includes(Map<String, AttributeValue> attributes, KeySchema schema) {
            if (term == null || term.operator() != Operator.BEGINS_WITH) {
                return true;
            }
            AttributeValue value = attributes.get(schema.range().get(prefix.size() - partitionParts));
            return value != null && Values.startsWith(value, term.values().get(0));
        }

        /** Whether a key of the partition is the one that the query reads. */
        public boolean includesPartition(List<AttributeValue> partition) {
            return prefix.subList(0, partitionParts).equals(partition);
        }

        private List<AttributeValue> with(AttributeValue value) {
            List<AttributeValue> parts = new ArrayList<>(prefix);
            parts.add(value);
            return parts;
        }
    }
}
