package dev.tempest.spark;

import dev.tempest.UnreadableItemException;
import dev.tempest.WriteToken;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.View;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Finds out whether an item on which a condition failed is the one that was to be written. */
final class SavedItems<I> {
    private final View<?, I> view;
    private final Set<String> tokens;

    SavedItems(View<?, I> view, LogicalDb database) {
        this.view = view;
        this.tokens = tokensOf(database);
    }

    /** The attributes that hold write tokens in the tables of a database. */
    private static Set<String> tokensOf(LogicalDb database) {
        Set<String> tokens = new HashSet<>();
        for (Class<?> dbType : database.getClass().getInterfaces()) {
            for (Method method : dbType.getMethods()) {
                WriteToken token = method.getReturnType().getAnnotation(WriteToken.class);
                if (token != null) {
                    tokens.add(token.value());
                }
            }
        }
        return tokens;
    }

    boolean isStored(I item, ConditionalCheckFailedException failure) {
        Optional<I> found;
        try {
            found = view.itemIn(failure);
        } catch (UnreadableItemException e) {
            return false;
        }
        return found.filter(stored -> stored.getClass() == item.getClass() && hasSameValues(item, stored))
                .isPresent();
    }

    private boolean hasSameValues(Object item, Object found) {
        for (Property property : Properties.of(item.getClass())) {
            boolean isWritersOwn = property.isVersionOrTime() || tokens.contains(property.attribute());
            if (!isWritersOwn && !SameValues.same(property.valueIn(item), property.valueIn(found))) {
                return false;
            }
        }
        return true;
    }
}
