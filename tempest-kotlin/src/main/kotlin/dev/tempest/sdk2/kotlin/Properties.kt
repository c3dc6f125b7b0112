package dev.tempest.sdk2.kotlin

import dev.tempest.sdk2.AsyncWritingPager
import dev.tempest.sdk2.Page
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
