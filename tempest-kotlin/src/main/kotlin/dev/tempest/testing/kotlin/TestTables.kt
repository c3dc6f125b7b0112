package dev.tempest.testing.kotlin

import dev.tempest.testing.TestTable
import kotlin.reflect.KClass
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest

/**
 * Tables for tests by their Kotlin classes; see [TestTable.create]. With `import dev.tempest.testing.kotlin.TestTables
 * as TestTable`, `TestTable.create<MusicItem>("music_items")` stays as it was for Cash App's Tempest.
 */
public object TestTables {
    /** A table for the raw item class or table interface [T], created by a request that [configureTable] may change. */
    public inline fun <reified T : Any> create(
        tableName: String,
        noinline configureTable: (CreateTableRequest.Builder) -> CreateTableRequest.Builder = { it },
    ): TestTable = create(tableName, T::class, configureTable)

    /** A table for a raw item class or a table's interface, created by a request that [configureTable] may change. */
    public fun create(
        tableName: String,
        tableClass: KClass<*>,
        configureTable: (CreateTableRequest.Builder) -> CreateTableRequest.Builder = { it },
    ): TestTable = TestTable.create(tableName, tableClass.java, configureTable)
}
