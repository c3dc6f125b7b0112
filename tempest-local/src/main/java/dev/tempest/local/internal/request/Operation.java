package dev.tempest.local.internal.request;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.region.Namespace;
import java.util.function.Consumer;

/** An operation of the API. What it returns writes the response, and is called without any lock. */
@FunctionalInterface
public interface Operation {
    Consumer<JsonWriter> run(Namespace namespace, JsonObject request);
}
