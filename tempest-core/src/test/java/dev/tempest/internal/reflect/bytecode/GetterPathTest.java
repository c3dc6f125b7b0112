package dev.tempest.internal.reflect.bytecode;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lambdas that are asked by other ways than usual, and what is not a lambda. */
class GetterPathTest {
    /** No method of a class in java.base may be called that is not public. */
    @Test
    void aLambdaOfAPackageThatIsNotOpenIsSerialized() {
        Serializable comparator = (Serializable) Map.Entry.<String, String>comparingByKey();

        assertThatThrownBy(() -> GetterPath.of(comparator))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A lambda expression or method reference in Map.Entry names no attribute");
    }

    static final class Replaced implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        @Serial
        private Object writeReplace() {
            return "something else";
        }
    }

    @Test
    void anObjectThatIsReplacedBySomethingElseIsNoLambda() {
        assertThatThrownBy(() -> GetterPath.of(new Replaced()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GetterPathTest.Replaced is not a method reference or lambda expression");
        assertThatThrownBy(() -> GetterPath.of("text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("String is not a method reference or lambda expression");
    }
}
