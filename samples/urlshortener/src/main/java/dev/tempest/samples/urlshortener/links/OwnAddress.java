package dev.tempest.samples.urlshortener.links;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shortener's own address, under all the names that it has. */
final class OwnAddress {
    private static final Pattern NUMBER = Pattern.compile("\\[.*]|[0-9.]+");

    private final URI own;

    OwnAddress(URI own) {
        this.own = own;
    }

    /** Whether an address leads to the shortener. */
    boolean isOf(URI uri) {
        return isSamePort(uri) && isSameHost(host(uri));
    }

    /** A site that speaks both http and https leads from one to the other. */
    private boolean isSamePort(URI uri) {
        return port(uri) == port(own) || (isDefaultPort(uri) && isDefaultPort(own));
    }

    private boolean isSameHost(String host) {
        String ownHost = host(own);
        return host.equals(ownHost) || (isThisMachine(host) && isThisMachine(ownHost)) || isNumberOf(ownHost, host);
    }

    private static boolean isThisMachine(String host) {
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            return true;
        }
        InetAddress address = number(host);
        try {
            return address != null
                    && (address.isLoopbackAddress()
                            || address.isAnyLocalAddress()
                            || NetworkInterface.getByInetAddress(address) != null);
        } catch (SocketException e) {
            return false;
        }
    }

    /** Asks the name service, and only for targets without a name. */
    private static boolean isNumberOf(String ownHost, String host) {
        InetAddress address = number(host);
        try {
            return address != null
                    && Arrays.asList(InetAddress.getAllByName(ownHost)).contains(address);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** The address that a host's number stands for; null for a name. */
    private static @Nullable InetAddress number(String host) {
        if (!NUMBER.matcher(host).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** A name as DNS looks it up: a dot at its end changes nothing. */
    private static String host(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static boolean isDefaultPort(URI uri) {
        return port(uri) == (uri.getScheme().equals("https") ? 443 : 80);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return uri.getScheme().equals("https") ? 443 : 80;
    }
}
