package dev.tempest.spark;

import org.apache.spark.api.java.function.Function;
import org.apache.spark.api.java.function.Function0;

/** Calls of Spark's functions, which may throw checked exceptions. */
final class Calls {
    private Calls() {}

    static <R> R call(Function0<R> function) {
        try {
            return function.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw failed(e);
        }
    }

    static <A, R> R call(Function<A, R> function, A argument) {
        try {
            return function.call(argument);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new IllegalStateException("A function that was passed to TempestSpark failed.", e);
    }
}
