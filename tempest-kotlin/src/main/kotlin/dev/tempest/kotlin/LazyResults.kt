@file:OptIn(ExperimentalTypeInference::class)

package dev.tempest.kotlin

import dev.tempest.Results
import kotlin.experimental.ExperimentalTypeInference

// Results are an Iterable, whose operators in the standard library fetch everything at once. These fetch a page when it
// is needed. They take the place of the standard library's wherever they are imported, best as dev.tempest.kotlin.*.

/** What [transform] makes of each result; see [Sequence.map]. A page is fetched when it is needed. */
public fun <T : Any, R> Results<T>.map(transform: (T) -> R): Sequence<R> = asSequence().map(transform)

/** What [transform] makes of each result and its place, from 0; see [Sequence.mapIndexed]. */
public fun <T : Any, R> Results<T>.mapIndexed(transform: (index: Int, T) -> R): Sequence<R> =
    asSequence().mapIndexed(transform)

/** What [transform] makes of each result, without nulls; see [Sequence.mapNotNull]. */
public fun <T : Any, R : Any> Results<T>.mapNotNull(transform: (T) -> R?): Sequence<R> =
    asSequence().mapNotNull(transform)

/** All that [transform] makes of each result, such as the contents of pages; see [Sequence.flatMap]. */
@OverloadResolutionByLambdaReturnType
public fun <T : Any, R> Results<T>.flatMap(transform: (T) -> Iterable<R>): Sequence<R> = asSequence().flatMap(transform)

/** All that [transform] makes of each result; see [Sequence.flatMap]. */
@OverloadResolutionByLambdaReturnType
@JvmName("flatMapSequences")
public fun <T : Any, R> Results<T>.flatMap(transform: (T) -> Sequence<R>): Sequence<R> = asSequence().flatMap(transform)

/** The results that [predicate] holds for; see [Sequence.filter]. A page is fetched when it is needed. */
public fun <T : Any> Results<T>.filter(predicate: (T) -> Boolean): Sequence<T> = asSequence().filter(predicate)

/** The results that [predicate] does not hold for; see [Sequence.filterNot]. */
public fun <T : Any> Results<T>.filterNot(predicate: (T) -> Boolean): Sequence<T> = asSequence().filterNot(predicate)

/** The first [n] results; see [Sequence.take]. No page after the one that holds the last of them is fetched. */
public fun <T : Any> Results<T>.take(n: Int): Sequence<T> = asSequence().take(n)

/** The results up to the first that [predicate] does not hold for; see [Sequence.takeWhile]. */
public fun <T : Any> Results<T>.takeWhile(predicate: (T) -> Boolean): Sequence<T> = asSequence().takeWhile(predicate)

/** The results but for the first [n], which are fetched all the same; see [Sequence.drop]. */
public fun <T : Any> Results<T>.drop(n: Int): Sequence<T> = asSequence().drop(n)

/** The results from the first on that [predicate] does not hold for; see [Sequence.dropWhile]. */
public fun <T : Any> Results<T>.dropWhile(predicate: (T) -> Boolean): Sequence<T> = asSequence().dropWhile(predicate)

/** The results, each handed to [action] on its way; see [Sequence.onEach]. */
public fun <T : Any> Results<T>.onEach(action: (T) -> Unit): Sequence<T> = asSequence().onEach(action)

/** The results, each with its place, from 0; see [Sequence.withIndex]. */
public fun <T : Any> Results<T>.withIndex(): Sequence<IndexedValue<T>> = asSequence().withIndex()

/** The results in lists of [size], the last of which may be smaller; see [Sequence.chunked]. */
public fun <T : Any> Results<T>.chunked(size: Int): Sequence<List<T>> = asSequence().chunked(size)

/** The results without those that are equal to an earlier one; see [Sequence.distinct]. */
public fun <T : Any> Results<T>.distinct(): Sequence<T> = asSequence().distinct()

/** The results without those whose [selector] is that of an earlier one; see [Sequence.distinctBy]. */
public fun <T : Any, K> Results<T>.distinctBy(selector: (T) -> K): Sequence<T> = asSequence().distinctBy(selector)
