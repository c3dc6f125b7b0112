package dev.tempest.sdk2.kotlin

import dev.tempest.sdk2.AsyncWritingPager
import dev.tempest.sdk2.BatchWriteException
import dev.tempest.sdk2.BatchWriteFailure
import dev.tempest.sdk2.BatchWriteResult
import dev.tempest.sdk2.BatchWriteSet
import dev.tempest.sdk2.Page
import dev.tempest.sdk2.TransactionFailure
import dev.tempest.sdk2.TransactionWriteSet
import dev.tempest.sdk2.WritingPager

/** Whether there may be another page; see [Page.hasMorePages]. */
public val Page<*, *>.hasMorePages: Boolean
    get() = hasMorePages()

/** How many updates are written; see [WritingPager.updatedCount]. */
public val WritingPager<*>.updatedCount: Int
    get() = updatedCount()

/** The updates that are not written yet; see [WritingPager.remainingUpdates]. */
public val <T : Any> WritingPager<T>.remainingUpdates: List<T>
    get() = remainingUpdates()

/** How many updates are written; see [AsyncWritingPager.updatedCount]. */
public val AsyncWritingPager<*>.updatedCount: Int
    get() = updatedCount()

/** The updates that are not written yet; see [AsyncWritingPager.remainingUpdates]. */
public val <T : Any> AsyncWritingPager<T>.remainingUpdates: List<T>
    get() = remainingUpdates()

/** See [BatchWriteResult.unprocessedClobbers]. */
public val BatchWriteResult.unprocessedClobbers: List<Any>
    get() = unprocessedClobbers()

/** See [BatchWriteResult.unprocessedDeletes]. */
public val BatchWriteResult.unprocessedDeletes: List<Any>
    get() = unprocessedDeletes()

/** See [BatchWriteFailure.operation]. */
public val BatchWriteFailure.operation: BatchWriteSet.Operation
    get() = operation()

/** See [BatchWriteFailure.tableName]. */
public val BatchWriteFailure.tableName: String
    get() = tableName()

/** See [BatchWriteFailure.cause]. */
public val BatchWriteFailure.cause: RuntimeException
    get() = cause()

/** See [BatchWriteSet.operations]. */
public val BatchWriteSet.operations: List<BatchWriteSet.Operation>
    get() = operations()

/** See [BatchWriteSet.ignoreVersions]. */
public val BatchWriteSet.ignoreVersions: Boolean
    get() = ignoreVersions()

/** See [TransactionFailure.index]. */
public val TransactionFailure.index: Int
    get() = index()

/** See [TransactionFailure.operation]. */
public val TransactionFailure.operation: TransactionWriteSet.Operation
    get() = operation()

/** See [TransactionFailure.tableName]. */
public val TransactionFailure.tableName: String
    get() = tableName()

/** See [TransactionFailure.code]. */
public val TransactionFailure.code: String
    get() = code()

/** See [TransactionFailure.message]. */
public val TransactionFailure.message: String?
    get() = message()

/** See [TransactionFailure.item]. */
public val TransactionFailure.item: Any?
    get() = item()

/** See [TransactionWriteSet.operations]. */
public val TransactionWriteSet.operations: List<TransactionWriteSet.Operation>
    get() = operations()

/** See [TransactionWriteSet.idempotencyToken]. */
public val TransactionWriteSet.idempotencyToken: String?
    get() = idempotencyToken()

/** See [BatchWriteException.unprocessedClobbers]. */
public val BatchWriteException.unprocessedClobbers: List<Any>
    get() = unprocessedClobbers()

/** See [BatchWriteException.unprocessedDeletes]. */
public val BatchWriteException.unprocessedDeletes: List<Any>
    get() = unprocessedDeletes()

/** See [BatchWriteException.failures]. */
public val BatchWriteException.failures: List<BatchWriteFailure>
    get() = failures()
