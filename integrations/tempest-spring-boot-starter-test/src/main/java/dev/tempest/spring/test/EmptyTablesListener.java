package dev.tempest.spring.test;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/** Gives each test method of {@link AutoConfigureEmbeddedDynamoDb} empty tables. */
final class EmptyTablesListener implements TestExecutionListener, Ordered {
    @Override
    public void beforeTestMethod(TestContext test) {
        AutoConfigureEmbeddedDynamoDb annotation = TestContextAnnotationUtils.findMergedAnnotation(
                test.getTestClass(), AutoConfigureEmbeddedDynamoDb.class);
        if (annotation != null && annotation.emptyBeforeEach()) {
            test.getApplicationContext().getBeanProvider(EmbeddedTables.class).ifAvailable(EmbeddedTables::empty);
        }
    }

    /** Before those that store what a test needs. */
    @Override
    public int getOrder() {
        return 3500;
    }
}
