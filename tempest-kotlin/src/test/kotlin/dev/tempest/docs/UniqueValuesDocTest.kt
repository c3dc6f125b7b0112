package dev.tempest.docs

import dev.tempest.Attribute
import dev.tempest.Table
import dev.tempest.TableName
import dev.tempest.Unique
import dev.tempest.UniqueValueTakenException
import dev.tempest.Version
import dev.tempest.sdk2.AsyncInlineView
import dev.tempest.sdk2.AsyncLogicalDb
import dev.tempest.sdk2.AsyncLogicalTable
import dev.tempest.sdk2.kotlin.checkUniqueValues
import dev.tempest.sdk2.kotlin.create
import dev.tempest.sdk2.kotlin.repairUniqueValues
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.services.dynamodb.model.AttributeValue

class UniqueValuesDocTest {
    @RegisterExtension val testDb: TestDb = TestDb.of(TestTable.create("members", MemberTable::class.java))

    data class Member(
        @Attribute(name = "pk") val club: String,
        @Attribute(name = "sk", prefix = "MEMBER#") val id: String,
        val name: String,
        @Unique val email: String? = null,
        @Unique("seat") val room: String? = null,
        @Unique("seat") val chair: Int? = null,
        @Version val version: Long? = null,
    ) {
        data class Key(val club: String, val id: String)
    }

    @Table(partitionKey = "pk", sortKey = "sk")
    interface MemberTable : AsyncLogicalTable<Map<String, AttributeValue>> {
        val members: AsyncInlineView<Member.Key, Member>
    }

    interface MemberDb : AsyncLogicalDb {
        @TableName("members") val members: MemberTable
    }

    private val logged = mutableListOf<String>()

    private fun log(line: String) {
        logged += line
    }

    private suspend fun register(members: AsyncInlineView<Member.Key, Member>): String {
        try {
            members.create(Member("chess", "bob", "Bob", email = "ann@example.com"))
        } catch (taken: UniqueValueTakenException) {
            return "${taken.properties()} is in use by ${taken.key()}"
        }
        return "welcome"
    }

    @Test
    fun `refuses a value that is taken`() =
        runBlocking<Unit> {
            val db = testDb.asyncLogicalDb(MemberDb::class.java)
            val members = db.members.members
            members.create(Member("chess", "ann", "Ann", email = "ann@example.com"))

            assertThat(register(members)).isEqualTo("[email] is in use by {pk=chess, sk=MEMBER#ann}")
            assertThat(db.checkUniqueValues().isOk).isTrue
        }

    @Test
    fun `repairs`() =
        runBlocking<Unit> {
            for (id in listOf("ann", "bob")) {
                testDb.client().putItem {
                    it.tableName("members")
                        .item(
                            mapOf(
                                "pk" to AttributeValue.fromS("chess"),
                                "sk" to AttributeValue.fromS("MEMBER#$id"),
                                "email" to AttributeValue.fromS("ann@example.com"),
                            )
                        )
                }
            }
            val db = testDb.asyncLogicalDb(MemberDb::class.java)

            val report = db.repairUniqueValues()
            for (clash in report.clashes) {
                log("${clash.properties} of ${clash.key} is that of ${clash.otherKey}")
            }

            assertThat(logged)
                .containsExactly("[email] of {pk=chess, sk=MEMBER#bob} is that of {pk=chess, sk=MEMBER#ann}")
        }
}
