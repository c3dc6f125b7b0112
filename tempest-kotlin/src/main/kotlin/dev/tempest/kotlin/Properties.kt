package dev.tempest.kotlin

import dev.tempest.DatabaseReport
import dev.tempest.Finding
import dev.tempest.ItemSet
import dev.tempest.OutcomeUnknownException
import dev.tempest.TableReport
import dev.tempest.TempestException
import dev.tempest.UnprocessedKeysException
import dev.tempest.UpdateConflictException
import kotlin.jvm.optionals.getOrNull

/** See [DatabaseReport.tables]. */
public val DatabaseReport.tables: List<TableReport>
    get() = tables()

/** See [DatabaseReport.problems]. */
public val DatabaseReport.problems: List<Finding>
    get() = problems()

/** See [TableReport.tableName]. */
public val TableReport.tableName: String
    get() = tableName()

/** See [TableReport.exists]. */
public val TableReport.exists: Boolean
    get() = exists()

/** See [TableReport.replicas]. */
public val TableReport.replicas: List<TableReport.Replica>
    get() = replicas()

/** See [TableReport.consistency]. */
public val TableReport.consistency: TableReport.Consistency?
    get() = consistency()

/** See [TableReport.findings]. */
public val TableReport.findings: List<Finding>
    get() = findings()

/** See [TableReport.problems]. */
public val TableReport.problems: List<Finding>
    get() = problems()

/** See [Finding.severity]. */
public val Finding.severity: Finding.Severity
    get() = severity()

/** See [Finding.subject]. */
public val Finding.subject: Finding.Subject
    get() = subject()

/** See [Finding.message]. */
public val Finding.message: String
    get() = message()

/** See [TempestException.tableName]. */
public val TempestException.tableName: String?
    get() = tableName()

/** See [TempestException.key]. */
public val TempestException.key: Map<String, Any>
    get() = key()

/** See [OutcomeUnknownException.storedItem]; null if it is empty. */
public val OutcomeUnknownException.storedItem: Any?
    get() = storedItem().getOrNull()

/** See [UpdateConflictException.attempts]. */
public val UpdateConflictException.attempts: Int
    get() = attempts()

/** See [UpdateConflictException.expectedVersion]. */
public val UpdateConflictException.expectedVersion: String?
    get() = expectedVersion()

/** See [UpdateConflictException.foundVersion]. */
public val UpdateConflictException.foundVersion: String?
    get() = foundVersion()

/** See [UnprocessedKeysException.loadedItems]. */
public val UnprocessedKeysException.loadedItems: ItemSet
    get() = loadedItems()

/** See [UnprocessedKeysException.unprocessedKeys]. */
public val UnprocessedKeysException.unprocessedKeys: List<Any>
    get() = unprocessedKeys()
