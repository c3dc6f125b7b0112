package dev.tempest.tests.checks;

import dev.tempest.DatabaseReport;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.DynamoDbConnection;
import java.util.concurrent.CompletionException;

/** The synchronous database and the asynchronous one: they must find the same. */
enum Face {
    SYNC {
        @Override
        DatabaseReport check(
                DynamoDbConnection db, Class<? extends LogicalDb> dbType, Class<? extends AsyncLogicalDb> asyncDbType) {
            return db.logicalDb(dbType).checkTables();
        }
    },
    ASYNC {
        @Override
        DatabaseReport check(
                DynamoDbConnection db, Class<? extends LogicalDb> dbType, Class<? extends AsyncLogicalDb> asyncDbType) {
            try {
                return db.asyncLogicalDb(asyncDbType).checkTablesAsync().join();
            } catch (CompletionException e) {
                throw (RuntimeException) e.getCause();
            }
        }
    };

    abstract DatabaseReport check(
            DynamoDbConnection db, Class<? extends LogicalDb> dbType, Class<? extends AsyncLogicalDb> asyncDbType);

    /** What is found about the orders, of which the model says that they expire. */
    DatabaseReport check(DynamoDbConnection db) {
        return check(db, Shop.ShopDb.class, Shop.AsyncShopDb.class);
    }

    /** What is found about the orders without that. */
    DatabaseReport checkEternal(DynamoDbConnection db) {
        return check(db, Shop.EternalDb.class, Shop.AsyncEternalDb.class);
    }
}
