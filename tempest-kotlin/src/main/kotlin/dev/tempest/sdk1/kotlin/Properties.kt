package dev.tempest.sdk1.kotlin

import com.amazonaws.AmazonClientException
import dev.tempest.sdk1.BatchWriteResult
import dev.tempest.sdk1.BatchWriteSet
import dev.tempest.sdk1.Page
import dev.tempest.sdk1.TransactionFailure
import dev.tempest.sdk1.TransactionWriteSet
import dev.tempest.sdk1.WritingPager

/** Whether there may be another page; see [Page.hasMorePages]. */
public val Page<*, *>.hasMorePages: Boolean
    get() = hasMorePages()

/** How many updates are written; see [WritingPager.updatedCount]. */
public val WritingPager<*>.updatedCount: Int
    get() = updatedCount()

/** The updates that are not written yet; see [WritingPager.remainingUpdates]. */
public val <T : Any> WritingPager<T>.remainingUpdates: List<T>
    get() = remainingUpdates()

/** See [BatchWriteResult.unprocessedClobbers]. */
public val BatchWriteResult.unprocessedClobbers: List<Any>
    get() = unprocessedClobbers()

/** See [BatchWriteResult.unprocessedDeletes]. */
public val BatchWriteResult.unprocessedDeletes: List<Any>
    get() = unprocessedDeletes()

/** See [BatchWriteResult.failures]. */
public val BatchWriteResult.failures: List<AmazonClientException>
    get() = failures()

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
