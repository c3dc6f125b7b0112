package dev.tempest.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import dev.tempest.TableName;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** Item types that inherit, and that share a table without a sort key, over SDK 1.x. */
class SharedModelsTest {
    private static final AmazonDynamoDB UNCONNECTED = (AmazonDynamoDB) Proxy.newProxyInstance(
            SharedModelsTest.class.getClassLoader(),
            new Class<?>[] {AmazonDynamoDB.class},
            (proxy, method, arguments) -> {
                throw new AssertionError("Nothing may be sent: " + method);
            });

    @DynamoDBTable(tableName = "users")
    public static class UserRow {
        private String id;
        private String email;
        private String name;

        @DynamoDBHashKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        @DynamoDBIndexHashKey(globalSecondaryIndexName = "by_email")
        public String getEmail() {
            return email;
        }

        public void setEmail(String email) {
            this.email = email;
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    interface Users extends LogicalTable<UserRow> {}

    interface Named {
        @TableName("named")
        Users users();
    }

    interface UserDb extends LogicalDb, Named {
        @Override
        Users users();
    }

    abstract static class Person<N> {
        @Attribute(name = "name", prefix = "N_")
        abstract N called();
    }

    static class User extends Person<String> {
        final String id;
        final String email;
        private final String called;

        User(String id, String email, String called) {
            this.id = id;
            this.email = email;
            this.called = called;
        }

        @Override
        String called() {
            return called;
        }

        record Key(String id) {}
    }

    record Address(String id, String email) {
        @ForIndex(name = "by_email")
        record ByEmail(String email, String id) {}

        record Key(String id) {}
    }

    private final UserDb db = LogicalDb.create(UserDb.class, new DynamoDBMapper(UNCONNECTED));

    @Test
    void annotationsOfSupertypesCount() {
        assertThat(db.users().tableName()).isEqualTo("named");
        assertThat(db.users()
                        .codec(User.class)
                        .toDb(new User("1", "a@b", "Ada"))
                        .getName())
                .isEqualTo("N_Ada");
    }

    @Test
    void aTableWithoutASortKeyMayHaveASmallItemTypeForAnIndex() {
        db.users().inlineView(User.Key.class, User.class);

        assertThatCode(() -> db.users().secondaryIndex(Address.ByEmail.class, Address.class))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> db.users().inlineView(Address.Key.class, Address.class))
                .hasMessageContaining("or read one of them through indexes only.");
    }

    @DynamoDBTable(tableName = "places")
    public static class PlaceRow extends UserRow {
        private String city;

        @DynamoDBIndexHashKey(globalSecondaryIndexName = "by_email")
        public String getCity() {
            return city;
        }

        public void setCity(String city) {
            this.city = city;
        }
    }

    interface Places extends LogicalTable<PlaceRow> {}

    @Test
    void theMapperItselfRefusesAnIndexKeyOfSeveralAttributes() {
        assertThatThrownBy(() -> db.logicalTable("places", Places.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("by_email");
    }
}
