package dev.tempest.spark;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** The properties of an item type as columns. */
final class ItemColumns {
    private static final int DIGITS = 38;
    private static final int SCALE = 18;

    private final Class<?> type;
    private final boolean isJavaTime;
    private final List<Property> properties;
    private final List<Column> columns = new ArrayList<>();

    /** How a value of a property's type becomes one of a column. Null stays null. */
    private interface Conversion {
        Object convert(Object value);
    }

    private record Column(DataType type, Conversion conversion) {
        @Nullable Object value(@Nullable Object value) {
            return value == null ? null : conversion.convert(value);
        }
    }

    /** The columns of types that are stored as they are. */
    private static final Map<Class<?>, DataType> PLAIN = Map.ofEntries(
            Map.entry(String.class, DataTypes.StringType),
            Map.entry(boolean.class, DataTypes.BooleanType),
            Map.entry(Boolean.class, DataTypes.BooleanType),
            Map.entry(byte.class, DataTypes.ByteType),
            Map.entry(Byte.class, DataTypes.ByteType),
            Map.entry(short.class, DataTypes.ShortType),
            Map.entry(Short.class, DataTypes.ShortType),
            Map.entry(int.class, DataTypes.IntegerType),
            Map.entry(Integer.class, DataTypes.IntegerType),
            Map.entry(long.class, DataTypes.LongType),
            Map.entry(Long.class, DataTypes.LongType),
            Map.entry(float.class, DataTypes.FloatType),
            Map.entry(Float.class, DataTypes.FloatType),
            Map.entry(double.class, DataTypes.DoubleType),
            Map.entry(Double.class, DataTypes.DoubleType),
            Map.entry(byte[].class, DataTypes.BinaryType),
            Map.entry(LocalDateTime.class, DataTypes.TimestampNTZType),
            Map.entry(BigDecimal.class, DataTypes.createDecimalType(DIGITS, SCALE)));

    private ItemColumns(Class<?> type, boolean isJavaTime) {
        this.type = type;
        this.isJavaTime = isJavaTime;
        this.properties = Properties.of(type);
    }

    /**
     * The columns of an item type.
     *
     * @param isJavaTime whether Spark takes dates and timestamps of {@code java.time}
     * @throws IllegalArgumentException if a property has a type for which there is no column
     */
    static ItemColumns of(Class<?> type, boolean isJavaTime) {
        if (type.isInterface()) {
            throw new IllegalArgumentException(
                    type.getSimpleName() + " is an interface, so it has no columns. Call rdd(), and map the items.");
        }
        return ofStruct(type, isJavaTime);
    }

    private static ItemColumns ofStruct(Class<?> type, boolean isJavaTime) {
        ItemColumns made = new ItemColumns(type, isJavaTime);
        for (Property property : made.properties) {
            made.columns.add(made.column(property, property.type()));
        }
        return made;
    }

    StructType schema() {
        StructField[] fields = new StructField[columns.size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = DataTypes.createStructField(
                    properties.get(i).name(), columns.get(i).type(), true);
        }
        return DataTypes.createStructType(fields);
    }

    Iterator<Row> rows(Iterator<?> items) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public Row next() {
                return row(items.next());
            }
        };
    }

    private Row row(Object item) {
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).value(properties.get(i).valueIn(item));
        }
        return RowFactory.create(values);
    }

    private Column column(Property property, Type declared) {
        if (declared instanceof WildcardType wildcard) {
            return column(property, wildcard.getUpperBounds()[0]);
        }
        if (declared instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            return ofCollection(property, raw, generic.getActualTypeArguments());
        }
        if (declared instanceof Class<?> plain) {
            return ofClass(property, plain);
        }
        throw noColumn(property);
    }

    private Column ofClass(Property property, Class<?> plain) {
        DataType known = PLAIN.get(plain);
        if (known != null) {
            return new Column(known, value -> value);
        }
        if (plain == BigInteger.class) {
            return new Column(DataTypes.createDecimalType(DIGITS, 0), value -> new BigDecimal((BigInteger) value));
        }
        if (plain == Instant.class) {
            return new Column(DataTypes.TimestampType, value -> isJavaTime ? value : Timestamp.from((Instant) value));
        }
        if (plain == LocalDate.class) {
            return new Column(DataTypes.DateType, value -> isJavaTime ? value : Date.valueOf((LocalDate) value));
        }
        if (plain.isEnum() || plain == UUID.class) {
            return new Column(
                    DataTypes.StringType,
                    value -> value instanceof Enum<?> constant ? constant.name() : value.toString());
        }
        if (plain.isRecord()) {
            ItemColumns nested = ofStruct(plain, isJavaTime);
            return new Column(nested.schema(), nested::row);
        }
        throw noColumn(property);
    }

    private Column ofCollection(Property property, Class<?> raw, Type[] arguments) {
        if (Collection.class.isAssignableFrom(raw) && arguments.length == 1) {
            Column element = column(property, arguments[0]);
            return new Column(
                    DataTypes.createArrayType(element.type(), true), value -> elements((Collection<?>) value, element));
        }
        if (Map.class.isAssignableFrom(raw) && arguments.length == 2 && arguments[0] == String.class) {
            Column element = column(property, arguments[1]);
            return new Column(
                    DataTypes.createMapType(DataTypes.StringType, element.type(), true),
                    value -> entries((Map<?, ?>) value, element));
        }
        throw noColumn(property);
    }

    private static Object elements(Collection<?> values, Column element) {
        @Nullable Object[] converted = new Object[values.size()];
        int i = 0;
        for (Object value : values) {
            converted[i++] = element.value(value);
        }
        return converted;
    }

    private static Object entries(Map<?, ?> values, Column element) {
        Map<Object, @Nullable Object> converted = new HashMap<>();
        values.forEach((key, value) -> converted.put(key, element.value(value)));
        return CollectionConverters.asScala(converted);
    }

    private IllegalArgumentException noColumn(Property property) {
        return new IllegalArgumentException(type.getSimpleName() + "." + property.name() + " is of type "
                + property.type().getTypeName() + ", for which there is no column. Call rdd(), and map the items.");
    }
}
