package dev.tempest.local.differential;

import dev.tempest.local.LocalEngine;
import dev.tempest.local.LocalResponse;
import java.nio.charset.StandardCharsets;

/** The engine of this module. */
final class Ours implements Engine {
    private final LocalEngine engine = LocalEngine.create();

    @Override
    public Response send(String operation, String json) {
        LocalResponse response = engine.handle(operation, "key", json.getBytes(StandardCharsets.UTF_8));
        return new Response(response.status(), new String(response.json(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        engine.close();
    }
}
