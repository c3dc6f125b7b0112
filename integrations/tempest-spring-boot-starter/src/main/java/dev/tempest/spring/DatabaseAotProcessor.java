package dev.tempest.spring;

import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.LogicalDb;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.support.RegisteredBean;

/** Registers what a native image needs to know of the types of a database. */
final class DatabaseAotProcessor implements BeanRegistrationAotProcessor {
    @Override
    public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean bean) {
        Class<?> type = bean.getBeanClass();
        if (!type.isInterface()
                || !(LogicalDb.class.isAssignableFrom(type) || AsyncLogicalDb.class.isAssignableFrom(type))) {
            return null;
        }
        return (context, code) -> new DatabaseHints(context.getRuntimeHints()).register(type);
    }
}
