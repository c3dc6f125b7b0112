package dev.tempest.tests.keys;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import dev.tempest.KeyTemplate;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** Shops in the buildings of malls: all keys are made of several properties. */
final class Malls {
    private Malls() {}

    enum Status {
        CLOSED,
        LET,
        OPEN
    }

    @KeyTemplate(attribute = "pk", value = "MALL#{country}#{city}")
    @KeyTemplate(attribute = "sk", value = "SHOP#{building}#{floor:3}#{number:4}")
    @KeyTemplate(attribute = "gsi1_pk", value = "TENANT#{tenant}")
    @KeyTemplate(attribute = "gsi1_sk", value = "{status}#{lease_end}#{number:4}")
    record Shop(
            String country,
            String city,
            String building,
            int floor,
            int number,
            @Nullable UUID tenant,
            @Nullable Status status,
            @Nullable LocalDate lease_end,
            @Version Long version) {
        record Key(
                String country,
                String city,
                @Nullable String building,
                @Nullable Integer floor,
                @Nullable Integer number) {
            Key(String country, String city) {
                this(country, city, null, null, null);
            }

            Key(String country, String city, String building) {
                this(country, city, building, null, null);
            }
        }

        @ForIndex("gsi1")
        record ByLease(
                @Nullable UUID tenant,
                @Nullable Status status,
                @Nullable LocalDate lease_end,
                @Nullable Integer number,
                @Nullable String country,
                @Nullable String city,
                @Nullable String building,
                @Nullable Integer floor) {
            ByLease(UUID tenant, @Nullable Status status, @Nullable LocalDate leaseEnd) {
                this(tenant, status, leaseEnd, null, null, null, null, null);
            }
        }

        Shop with(@Nullable Status newStatus, @Nullable LocalDate newEnd) {
            return new Shop(country, city, building, floor, number, tenant, newStatus, newEnd, version);
        }
    }

    /** Of which the key's parts are stored in the key only, and which ends with a constant. */
    @KeyTemplate(
            attribute = "pk",
            value = "MALL#{country}#{city}",
            keyOnly = {"country", "city"})
    @KeyTemplate(attribute = "sk", value = "BUILDING#{building}#META", keyOnly = "building")
    record Building(
            String country,
            String city,
            String building,
            @Attribute(name = "label") @Nullable String name) {
        record Key(String country, String city, @Nullable String building) {}
    }

    record MallKey(String country, String city) {}

    interface Table extends LogicalTable<Row> {
        InlineView<Shop.Key, Shop> shops();

        InlineView<Building.Key, Building> buildings();

        SecondaryIndex<Shop.ByLease, Shop> shopsByLease();
    }

    interface Db extends LogicalDb {
        @TableName("malls")
        Table malls();
    }

    interface AsyncTable extends AsyncLogicalTable<Row> {
        AsyncInlineView<Shop.Key, Shop> shops();
    }

    interface AsyncDb extends AsyncLogicalDb {
        @TableName("malls")
        AsyncTable malls();
    }

    @DynamoDbBean
    public static class Row {
        private String pk;
        private String sk;
        private String gsi1_pk;
        private String gsi1_sk;
        private String country;
        private String city;
        private String building;
        private Integer floor;
        private Integer number;
        private UUID tenant;
        private Status status;
        private LocalDate lease_end;
        private String label;
        private Long version;

        @DynamoDbPartitionKey
        public String getPk() {
            return pk;
        }

        public void setPk(String pk) {
            this.pk = pk;
        }

        @DynamoDbSortKey
        public String getSk() {
            return sk;
        }

        public void setSk(String sk) {
            this.sk = sk;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = "gsi1")
        public String getGsi1_pk() {
            return gsi1_pk;
        }

        public void setGsi1_pk(String gsi1_pk) {
            this.gsi1_pk = gsi1_pk;
        }

        @DynamoDbSecondarySortKey(indexNames = "gsi1")
        public String getGsi1_sk() {
            return gsi1_sk;
        }

        public void setGsi1_sk(String gsi1_sk) {
            this.gsi1_sk = gsi1_sk;
        }

        public String getCountry() {
            return country;
        }

        public void setCountry(String country) {
            this.country = country;
        }

        public String getCity() {
            return city;
        }

        public void setCity(String city) {
            this.city = city;
        }

        public String getBuilding() {
            return building;
        }

        public void setBuilding(String building) {
            this.building = building;
        }

        public Integer getFloor() {
            return floor;
        }

        public void setFloor(Integer floor) {
            this.floor = floor;
        }

        public Integer getNumber() {
            return number;
        }

        public void setNumber(Integer number) {
            this.number = number;
        }

        public UUID getTenant() {
            return tenant;
        }

        public void setTenant(UUID tenant) {
            this.tenant = tenant;
        }

        public Status getStatus() {
            return status;
        }

        public void setStatus(Status status) {
            this.status = status;
        }

        public LocalDate getLease_end() {
            return lease_end;
        }

        public void setLease_end(LocalDate lease_end) {
            this.lease_end = lease_end;
        }

        public String getLabel() {
            return label;
        }

        public void setLabel(String label) {
            this.label = label;
        }

        public Long getVersion() {
            return version;
        }

        public void setVersion(Long version) {
            this.version = version;
        }
    }
}
