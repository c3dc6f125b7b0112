package dev.tempest.sdk2.internal.schema;

import java.beans.IntrospectionException;
import java.beans.PropertyDescriptor;
import java.beans.SimpleBeanInfo;
import java.beans.Transient;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.mapper.Order;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbFlatten;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;

/** Beans that are for the SDK to read, or to refuse. */
final class UnusualBeans {
    private UnusualBeans() {}

    @DynamoDbBean
    public static class Fluent {
        private String id;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        private String name;

        public String getName() {
            return name;
        }

        public Fluent setName(String name) {
            this.name = name;
            return this;
        }
    }

    @DynamoDbBean
    public static class Overloaded {
        private String id;
        private String name;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public void setName(StringBuilder name) {
            this.name = name.toString();
        }
    }

    @DynamoDbBean
    public static class TwoGetters {
        private String id;
        private boolean open;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        public boolean isOpen() {
            return open;
        }

        public void setOpen(boolean open) {
            this.open = open;
        }

        public boolean getOpen() {
            return open;
        }
    }

    @DynamoDbBean
    public static class OtherSetter {
        private String id;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        private String name;

        public CharSequence getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    @DynamoDbBean
    public static class WithBean {
        private String id;
        private Fluent part;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        public Fluent getPart() {
            return part;
        }

        public void setPart(Fluent part) {
            this.part = part;
        }
    }

    @DynamoDbBean
    public static class WithBeans {
        private String id;
        private Map<String, List<Fluent>> parts;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        public Map<String, List<Fluent>> getParts() {
            return parts;
        }

        public void setParts(Map<String, List<Fluent>> parts) {
            this.parts = parts;
        }
    }

    @DynamoDbBean
    public static class Flattened {
        private String id;
        private Part part;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        @DynamoDbFlatten
        public Part getPart() {
            return part;
        }

        public void setPart(Part part) {
            this.part = part;
        }
    }

    @DynamoDbBean
    public static class Part {
        private String street;
        private String city;

        public String getStreet() {
            return street;
        }

        public void setStreet(String street) {
            this.street = street;
        }

        public String getCity() {
            return city;
        }

        public void setCity(String city) {
            this.city = city;
        }
    }

    @DynamoDbBean
    public static class Repeated {
        private String id;
        private String one;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = "ones", order = Order.FIRST)
        @DynamoDbSecondaryPartitionKey(indexNames = "others", order = Order.FIRST)
        public String getOne() {
            return one;
        }

        public void setOne(String one) {
            this.one = one;
        }
    }

    @DynamoDbBean
    public static class HasTransient {
        private String id;
        private String name;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        @Transient
        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    @DynamoDbBean
    public static class Described {
        private String id;
        private String name;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    public static class Generic<T> {
        private T name;

        public T getName() {
            return name;
        }

        public void setName(T name) {
            this.name = name;
        }
    }

    @DynamoDbBean
    public static class OfGeneric extends Generic<String> {
        private String id;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }
    }

    public interface Titled {
        default String getTitle() {
            return "";
        }

        default void setTitle(String title) {}
    }

    @DynamoDbBean
    public static class WithDefault implements Titled {
        private String id;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }
    }

    @DynamoDbBean
    public static class IndexedGetter {
        private String id;
        private String name;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public String getName(int index) {
            return name + index;
        }
    }

    @DynamoDbBean
    static class Hidden {
        private String id;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }
    }

    @DynamoDbBean
    public abstract static class Abstract {
        private String id;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }
    }

    @DynamoDbBean
    public static class NoConstructor {
        private String id;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        public NoConstructor(String id) {
            this.id = id;
        }
    }

    /** Of no kind that the SDK knows. */
    public static class Unannotated {
        private String id;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }
    }

    @DynamoDbBean
    public static class SameName {
        private String id;
        private String name;
        private String other;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        @DynamoDbAttribute("name")
        public String getOther() {
            return other;
        }

        public void setOther(String other) {
            this.other = other;
        }
    }

    @DynamoDbBean
    public static class Unconvertible {
        private String id;
        private Thread thread;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        public Thread getThread() {
            return thread;
        }

        public void setThread(Thread thread) {
            this.thread = thread;
        }
    }

    @DynamoDbBean
    public static class BadKey {
        private Boolean id;

        @DynamoDbPartitionKey
        public Boolean getId() {
            return id;
        }

        public void setId(Boolean id) {
            this.id = id;
        }
    }

    /** Of what is described only the key is a property. */
    public static class DescribedBeanInfo extends SimpleBeanInfo {
        @Override
        public PropertyDescriptor[] getPropertyDescriptors() {
            try {
                return new PropertyDescriptor[] {new PropertyDescriptor("id", Described.class)};
            } catch (IntrospectionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @DynamoDbImmutable(builder = Immutable.Builder.class)
    public static class Immutable {
        private final String id;

        Immutable(String id) {
            this.id = id;
        }

        @DynamoDbPartitionKey
        public String id() {
            return id;
        }

        public static class Builder {
            private String id;

            public Builder id(String id) {
                this.id = id;
                return this;
            }

            public Immutable build() {
                return new Immutable(id);
            }
        }
    }
}
