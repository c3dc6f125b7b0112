package dev.tempest.tests.migrations;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/** Clients whose program is killed, or looked at, at one of its requests. */
final class Killed {
    private Killed() {}

    /** Stands for the end of the process: nothing catches it, and no request follows. */
    static final class Kill extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Where in a request the program ends. */
    enum Moment {
        BEFORE_IT_IS_SENT,
        AFTER_IT_WAS_EXECUTED
    }

    /** A client that sends some requests, then is killed. */
    static DynamoDbClient at(DynamoDbClient client, int request, Moment moment, AtomicInteger sent) {
        return around(
                client,
                method -> {
                    int number = sent.incrementAndGet();
                    if (number > request || (number == request && moment == Moment.BEFORE_IT_IS_SENT)) {
                        throw new Kill();
                    }
                },
                method -> {
                    if (sent.get() >= request) {
                        throw new Kill();
                    }
                });
    }

    /** A client of which each request is told before it is sent. */
    static DynamoDbEnhancedClient watched(DynamoDbClient client, Consumer<String> before) {
        return enhanced(around(client, before, method -> {}));
    }

    /** A client that does not get the responses of some requests, which are executed. */
    static DynamoDbEnhancedClient losing(DynamoDbClient client, Predicate<String> isLost) {
        return enhanced(around(client, method -> {}, method -> {
            if (isLost.test(method)) {
                throw SdkClientException.create("The response was lost.");
            }
        }));
    }

    private static DynamoDbEnhancedClient enhanced(DynamoDbClient client) {
        return DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
    }

    private static DynamoDbClient around(DynamoDbClient client, Consumer<String> before, Consumer<String> after) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                    boolean isRequest =
                            arguments != null && arguments.length == 1 && arguments[0] instanceof DynamoDbRequest;
                    if (isRequest) {
                        before.accept(method.getName());
                    }
                    Object result;
                    try {
                        result = method.invoke(client, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (isRequest) {
                        after.accept(method.getName());
                    }
                    return result;
                });
    }
}
