package dev.tempest.kotlin

import dev.tempest.DatabaseReport
import dev.tempest.Finding
import dev.tempest.TableReport

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
