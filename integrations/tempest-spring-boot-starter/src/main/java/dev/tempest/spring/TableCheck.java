package dev.tempest.spring;

import dev.tempest.DatabaseReport;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.spring.TempestProperties.CheckTables;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import software.amazon.awssdk.core.exception.SdkException;

/** Compares the live tables with the models before the application takes requests. */
final class TableCheck implements SmartInitializingSingleton {
    private static final Log LOG = LogFactory.getLog(TableCheck.class);

    private final ListableBeanFactory beans;
    private final CheckTables mode;

    TableCheck(ListableBeanFactory beans, CheckTables mode) {
        this.beans = beans;
        this.mode = mode;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (mode != CheckTables.OFF) {
            reports(beans).forEach(this::check);
        }
    }

    /** What compares the tables of each database, by the names of the beans. */
    static Map<String, Supplier<DatabaseReport>> reports(ListableBeanFactory beans) {
        Map<String, Supplier<DatabaseReport>> reports = new TreeMap<>();
        beans.getBeansOfType(LogicalDb.class).forEach((name, db) -> reports.put(name, db::checkTables));
        beans.getBeansOfType(AsyncLogicalDb.class).forEach((name, db) -> reports.put(name, () -> joined(db)));
        return reports;
    }

    private static DatabaseReport joined(AsyncLogicalDb db) {
        try {
            return db.checkTablesAsync().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof SdkException failure ? failure : e;
        }
    }

    private void check(String name, Supplier<DatabaseReport> comparison) {
        DatabaseReport report;
        try {
            report = comparison.get();
        } catch (SdkException e) {
            if (mode == CheckTables.FAIL) {
                throw new TempestStartException(
                        "The tables of " + name + " cannot be checked: " + e.getMessage(),
                        "Check the client's endpoint, Region, credentials and permissions, or set"
                                + " tempest.check-tables=warn.",
                        e);
            }
            LOG.warn("The tables of " + name + " cannot be checked.", e);
            return;
        }
        if (mode == CheckTables.FAIL && !report.isOk()) {
            throw new TempestStartException(
                    "The tables of " + name + " differ from the model.\n" + report,
                    "Change the tables or the model, or set tempest.check-tables=warn.",
                    null);
        }
        if (!report.problems().isEmpty()) {
            LOG.warn("The tables of " + name + " differ from the model.\n" + report);
        }
    }
}
