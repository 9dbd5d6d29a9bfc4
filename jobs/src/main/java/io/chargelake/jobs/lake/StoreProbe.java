package io.chargelake.jobs.lake;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Asks once, before a job starts, whether the configured endpoint accepts connections. S3A waits at least 15 s for each connection and repeats that, so
 * an address that swallows packets would otherwise cost minutes.
 */
public final class StoreProbe {
    private static final int PATIENCE_MS = 5_000;

    private StoreProbe() {}

    /** Does nothing for Amazon's own endpoints, or where a proxy makes the connections. */
    public static void requireReachable(Settings settings) {
        Optional<URI> endpoint = settings.objectStore().s3().endpoint();
        if (endpoint.isPresent() && !settings.spark().containsKey("spark.hadoop.fs.s3a.proxy.host")) {
            connect(endpoint.get());
        }
    }

    private static void connect(URI endpoint) {
        int port = endpoint.getPort() >= 0
                ? endpoint.getPort()
                : endpoint.getScheme().equals("https") ? 443 : 80;
        InetSocketAddress address = new InetSocketAddress(endpoint.getHost(), port);
        try (Socket socket = new Socket()) {
            if (address.isUnresolved()) {
                throw new UnknownHostException(endpoint.getHost());
            }
            socket.connect(address, PATIENCE_MS);
        } catch (IOException e) {
            throw StorageErrors.explain(e, endpoint);
        }
    }
}
