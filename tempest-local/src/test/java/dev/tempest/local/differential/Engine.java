package dev.tempest.local.differential;

/** What requests are sent to. */
interface Engine extends AutoCloseable {
    Response send(String operation, String json);

    @Override
    void close();

    record Response(int status, String json) {}
}
