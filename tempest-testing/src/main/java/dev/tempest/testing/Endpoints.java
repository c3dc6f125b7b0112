package dev.tempest.testing;

import java.net.InetAddress;
import java.net.URI;

/** The addresses of servers. */
final class Endpoints {
    private Endpoints() {}

    static URI of(InetAddress address, int port) {
        String host = address.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }
}
