package dev.tempest.tests.sdk1;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;

/** A client some of whose operations do otherwise. */
final class Intercepted {
    private Intercepted() {}

    /** Takes a request, and either answers it or hands it on. */
    @FunctionalInterface
    interface Operation {
        Object answer(Object request, UnaryOperator<Object> proceed);
    }

    static AmazonDynamoDB client(AmazonDynamoDB client, String operation, Operation instead) {
        return (AmazonDynamoDB) Proxy.newProxyInstance(
                Intercepted.class.getClassLoader(),
                new Class<?>[] {AmazonDynamoDB.class},
                (proxy, method, arguments) -> {
                    UnaryOperator<Object> proceed = request -> {
                        try {
                            return method.invoke(client, request);
                        } catch (InvocationTargetException e) {
                            throw (RuntimeException) e.getCause();
                        } catch (IllegalAccessException e) {
                            throw new IllegalStateException(e);
                        }
                    };
                    return method.getName().equals(operation)
                            ? instead.answer(arguments[0], proceed)
                            : proceed.apply(arguments[0]);
                });
    }
}
