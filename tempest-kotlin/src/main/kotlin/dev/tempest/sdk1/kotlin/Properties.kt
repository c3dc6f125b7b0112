package dev.tempest.sdk1.kotlin

import dev.tempest.sdk1.Page
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
