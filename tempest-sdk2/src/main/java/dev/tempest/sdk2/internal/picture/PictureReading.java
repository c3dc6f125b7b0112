package dev.tempest.sdk2.internal.picture;

import dev.tempest.internal.model.AggregateType;
import dev.tempest.internal.model.DeclaredTypes;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.picture.Page;
import dev.tempest.internal.picture.PictureTable;
import dev.tempest.internal.picture.PictureTable.Access;
import dev.tempest.internal.picture.PictureTable.Kind;
import dev.tempest.sdk2.internal.mapping.WriteTokens;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import dev.tempest.sdk2.internal.table.DeclaredTable;
import dev.tempest.sdk2.internal.table.ModelReading;
import dev.tempest.sdk2.internal.table.ModelReading.ReadTable;
import dev.tempest.sdk2.internal.table.Table;
import dev.tempest.sdk2.internal.table.TableShapes;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads what the picture of a database shows. */
public final class PictureReading {
    private final ModelReading reading;

    private PictureReading(ModelReading reading) {
        this.reading = reading;
    }

    /**
     * The page of a database's interface.
     *
     * @param samples items of any of its types
     * @throws IllegalArgumentException if the model is wrong, or a sample is of no table
     */
    public static Page<AttributeValue> page(Class<?> dbType, String title, List<?> samples) {
        // Where a program's resolver names the tables, the picture has the names of their interfaces.
        ModelReading reading = ModelReading.ofDatabase(
                dbType, (tableType, declared) -> declared == null ? tableType.getSimpleName() : declared);
        PictureReading picture = new PictureReading(reading);
        List<PictureTable<AttributeValue>> tables =
                reading.declared().stream().map(picture::table).toList();
        return new Page<>(title, tables, samples, SdkValues.INSTANCE, ShownAttributeValue::of);
    }

    private PictureTable<AttributeValue> table(DeclaredTable declared) {
        List<Class<?>> tableTypes = new ArrayList<>();
        List<ItemType<?, AttributeValue>> itemTypes = new ArrayList<>();
        List<Access<AttributeValue>> accesses = new ArrayList<>();
        String writeToken = null;
        for (ReadTable read : reading.tables()) {
            if (!declared.tables().contains(read.table()) || tableTypes.contains(read.tableType())) {
                continue;
            }
            tableTypes.add(read.tableType());
            WriteTokens tokens = read.table().tokens();
            writeToken = tokens == null ? writeToken : tokens.attribute();
            for (ItemType<?, AttributeValue> itemType : read.table().itemTypes()) {
                if (itemTypes.stream().noneMatch(known -> known.type() == itemType.type())) {
                    itemTypes.add(itemType);
                }
            }
            accesses(read, accesses);
        }
        return new PictureTable<>(
                declared.name(), tableTypes, TableShapes.of(declared), itemTypes, accesses, writeToken);
    }

    private void accesses(ReadTable read, List<Access<AttributeValue>> accesses) {
        ModelReading.Forms forms = reading.forms();
        // Reflection tells methods in no order.
        Stream.of(read.tableType().getMethods())
                .filter(method -> method.getParameterCount() == 0 && !method.isDefault() && !method.isBridge())
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method -> {
                    Class<?> returned = method.getReturnType();
                    if (returned == forms.view() || returned == forms.index()) {
                        accesses.add(access(read, method, returned == forms.view() ? Kind.VIEW : Kind.INDEX));
                    } else if (returned == forms.collection()) {
                        accesses.add(collection(read, method));
                    }
                });
    }

    private Access<AttributeValue> access(ReadTable read, Method method, Kind kind) {
        Class<?>[] types = DeclaredTypes.viewTypes(method, read.tableType(), method.getReturnType());
        List<ItemType<?, AttributeValue>> itemTypes = itemTypes(read.table(), List.of(types[1]));
        String index = KeyType.indexOf(types[0], read.table().schema().table());
        return new Access<>(method.getName(), kind, index, types[0], types[1], itemTypes);
    }

    private Access<AttributeValue> collection(ReadTable read, Method method) {
        Class<?>[] types = DeclaredTypes.viewTypes(method, read.tableType(), method.getReturnType());
        List<Class<?>> collected = new ArrayList<>();
        AggregateType.of(types[1]).components().forEach(component -> collected.add(component.itemType()));
        collected.sort(Comparator.comparing(Class::getName));
        @Nullable String index = KeyType.indexOf(types[0], read.table().schema().table());
        return new Access<>(
                method.getName(), Kind.COLLECTION, index, types[0], types[1], itemTypes(read.table(), collected));
    }

    private static List<ItemType<?, AttributeValue>> itemTypes(Table<?> table, List<Class<?>> types) {
        List<ItemType<?, AttributeValue>> found = new ArrayList<>();
        for (Class<?> type : types) {
            table.itemTypes().stream()
                    .filter(itemType -> itemType.type() == type)
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found;
    }
}
