package dev.tempest.local.internal.request;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.ServiceException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The constraints that the fields of a request declare. All that are not met are reported at once. */
public final class Constraints {
    private static final String FAILED = " failed to satisfy constraint: ";

    private final List<String> faults = new ArrayList<>();

    /** Fails unless the field holds the name, or the ARN, of a table; reports nothing else then. */
    public static String tableName(JsonObject request) {
        String name = request.string("TableName");
        Constraints constraints = new Constraints();
        if (constraints.notNull("tableName", name)) {
            constraints.name("tableName", name, 1);
        }
        constraints.check();
        return name == null ? "" : name;
    }

    /** The same for the operations on tables themselves. */
    public static String controlTableName(JsonObject request) {
        String name = request.string("TableName");
        if (name == null) {
            throw ServiceException.validation(
                    "The parameter 'TableName' is required but was not present in the request");
        }
        if (!name.startsWith("arn:") && (name.length() < 3 || name.length() > 255)) {
            throw ServiceException.validation(
                    "TableName must be at least 3 characters long and at most 255 characters long");
        }
        Constraints constraints = new Constraints();
        constraints.name("tableName", name, 3);
        constraints.check();
        return name;
    }

    public void name(String path, @Nullable String name, int least) {
        if (name == null || name.startsWith("arn:")) {
            return;
        }
        if (name.length() < least) {
            fault(path, name, "Member must have length greater than or equal to " + least);
        }
        if (name.length() > 255) {
            fault(path, name, "Member must have length less than or equal to 255");
        }
        if (!name.isEmpty() && !isName(name)) {
            faultOfPattern(path, name);
        }
    }

    /** The name of a table that is created, or after which others are listed: if it is empty, its pattern fails, too. */
    public void newTableName(String path, @Nullable String name) {
        name(path, name, 3);
        if (name != null && name.isEmpty()) {
            faultOfPattern(path, name);
        }
    }

    private void faultOfPattern(String path, String name) {
        fault(path, name, "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
    }

    private static boolean isName(String name) {
        return name.chars()
                .allMatch(c -> (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || c == '_'
                        || c == '.'
                        || c == '-');
    }

    public boolean notNull(String path, @Nullable Object value) {
        if (value == null) {
            faults.add("Value null at '" + path + "'" + FAILED + "Member must not be null");
        }
        return value != null;
    }

    public void length(String path, @Nullable String value, int least, int most) {
        if (value != null && value.length() < least) {
            fault(path, value, "Member must have length greater than or equal to " + least);
        }
        if (value != null && value.length() > most) {
            fault(path, value, "Member must have length less than or equal to " + most);
        }
    }

    public void range(String path, @Nullable Long value, long least, long most) {
        if (value != null && value < least) {
            fault(path, value, "Member must have value greater than or equal to " + least);
        }
        if (value != null && value > most) {
            fault(path, value, "Member must have value less than or equal to " + most);
        }
    }

    /** Checks an enumeration, whose values are listed in the order in which the service lists them. */
    public void oneOf(String path, @Nullable String value, String... values) {
        if (value != null && !List.of(values).contains(value)) {
            fault(path, value, "Member must satisfy enum value set: [" + String.join(", ", values) + "]");
        }
    }

    public void fault(String path, Object value, String constraint) {
        faults.add("Value '" + value + "' at '" + path + "'" + FAILED + constraint);
    }

    public void faultWithoutValue(String path, String constraint) {
        faults.add("Value at '" + path + "'" + FAILED + constraint);
    }

    public void check() {
        if (!faults.isEmpty()) {
            throw ServiceException.validation(faults.size()
                    + (faults.size() == 1 ? " validation error detected: " : " validation errors detected: ")
                    + String.join("; ", faults));
        }
    }
}
