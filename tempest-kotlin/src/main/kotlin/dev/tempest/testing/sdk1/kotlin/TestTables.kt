package dev.tempest.testing.sdk1.kotlin

import com.amazonaws.services.dynamodbv2.model.CreateTableRequest
import dev.tempest.testing.sdk1.TestTable
import kotlin.reflect.KClass

/**
 * Tables for tests by their Kotlin classes; see [TestTable.create]. With `import
 * dev.tempest.testing.sdk1.kotlin.TestTables as TestTable`, `TestTable.create<MusicItem>()` stays as it was for Cash
 * App's Tempest.
 */
public object TestTables {
    /** A table for the raw item class [T], under the name that its annotation says. */
    public inline fun <reified T : Any> create(
        noinline configureTable: (CreateTableRequest) -> CreateTableRequest = { it }
    ): TestTable = create(T::class, configureTable)

    /** A table for the raw item class [T] under another name. */
    public inline fun <reified T : Any> create(
        tableName: String,
        noinline configureTable: (CreateTableRequest) -> CreateTableRequest = { it },
    ): TestTable = TestTable.create(tableName, T::class.java, configureTable)

    /** A table for a raw item class, under the name that its annotation says. */
    public fun create(
        tableClass: KClass<*>,
        configureTable: (CreateTableRequest) -> CreateTableRequest = { it },
    ): TestTable {
        val named = TestTable.create(tableClass.java)
        return TestTable.create(named.name(), tableClass.java, configureTable)
    }
}
