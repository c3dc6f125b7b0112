package dev.tempest.spring.test;

import dev.tempest.sdk2.TableNameResolver;
import dev.tempest.spring.AsyncLogicalDbCustomizer;
import dev.tempest.spring.LogicalDbCustomizer;
import java.util.Set;
import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

/** Leaves out all components of the application but those that databases are made with. */
final class TempestTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<TempestTest> {
    private static final Set<Class<?>> INCLUDES =
            Set.of(LogicalDbCustomizer.class, AsyncLogicalDbCustomizer.class, TableNameResolver.class);

    TempestTypeExcludeFilter(Class<?> testClass) {
        super(testClass);
    }

    @Override
    protected Set<Class<?>> getKnownIncludes() {
        return INCLUDES;
    }
}
