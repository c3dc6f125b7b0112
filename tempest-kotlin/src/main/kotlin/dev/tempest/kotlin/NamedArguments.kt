package dev.tempest.kotlin

import dev.tempest.BeginsWith
import dev.tempest.Between
import dev.tempest.WorkerId

// Constructors of Java take no named arguments; these functions do. The parameter that nobody sets lets the compiler
// prefer the constructor where the arguments have no names, so that both may be imported.

/** Items whose sort key begins with the one of [prefix]; see [dev.tempest.BeginsWith]. */
public fun <K : Any> BeginsWith(prefix: K, @Suppress("UNUSED_PARAMETER") named: Unit = Unit): BeginsWith<K> =
    BeginsWith(prefix)

/** Items whose sort key lies between two others, both included; see [dev.tempest.Between]. */
public fun <K : Any> Between(
    startInclusive: K,
    endInclusive: K,
    @Suppress("UNUSED_PARAMETER") named: Unit = Unit,
): Between<K> = Between(startInclusive, endInclusive)

/** One worker of a parallel scan; see [dev.tempest.WorkerId]. */
public fun WorkerId(
    segment: Int = 0,
    totalSegments: Int = 1,
    @Suppress("UNUSED_PARAMETER") named: Unit = Unit,
): WorkerId = WorkerId(segment, totalSegments)
