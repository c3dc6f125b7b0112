package dev.tempest.kotlin.typed

interface Named {
    val name: String
}

data class City(val name: String, val people: Int)

data class Label(val city: City?, val slogan: String)

data class Album(
    override val name: String,
    val title: String?,
    val plays: Long,
    val likes: Int?,
    val isOpen: Boolean,
    val tags: Set<String>,
    val tracks: List<String>?,
    val years: Set<Int>,
    val label: Label?,
    var note: String? = null,
    val labels: List<Label>? = null,
    val sales: Map<String, Long>? = null,
    val byYear: Map<Int, List<Label>> = mapOf(),
) : Named

open class Base {
    val inherited = "x"
}

class Derived : Base()
