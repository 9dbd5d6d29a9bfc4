package io.chargelake.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StoreProbeTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @Test
    void anAcceptingEndpointPasses() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, HERE)) {
            Settings settings = endpoint("http://127.0.0.1:" + server.getLocalPort(), "");
            assertThatCode(() -> StoreProbe.requireReachable(settings)).doesNotThrowAnyException();
        }
    }

    @Test
    void aClosedPortIsRefusedAtOnce() {
        assertThatThrownBy(() -> StoreProbe.requireReachable(endpoint("http://127.0.0.1:1", "")))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "Cannot read http://127.0.0.1:1: the store does not accept connections (change object_store.endpoint, or start the store)")
                .satisfies(e -> assertThat(((UserError) e).exitCode()).isEqualTo(20));
    }

    @Test
    void anUnknownHostIsRefused() {
        assertThatThrownBy(() -> StoreProbe.requireReachable(endpoint("https://store.invalid", "")))
                .hasMessageStartingWith("Cannot read https://store.invalid: the store's host name is not known");
    }

    /** A full backlog swallows connections as a firewall does. */
    @Test
    @Timeout(15)
    void anEndpointThatSwallowsPacketsIsReportedAfterSeconds() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, HERE)) {
            List<Socket> waiting = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Socket socket = new Socket();
                waiting.add(socket);
                fill(socket, server);
            }
            assertThatThrownBy(() ->
                            StoreProbe.requireReachable(endpoint("http://127.0.0.1:" + server.getLocalPort(), "")))
                    .hasMessageContaining("the store does not answer in time")
                    .satisfies(e -> assertThat(((UserError) e).exitCode()).isEqualTo(30));
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void aProxyMakesTheConnectionItself() {
        Settings settings = endpoint("http://store.invalid", "\nspark: {spark.hadoop.fs.s3a.proxy.host: proxy}");
        assertThatCode(() -> StoreProbe.requireReachable(settings)).doesNotThrowAnyException();
        assertThatCode(() -> StoreProbe.requireReachable(Settings.defaults())).doesNotThrowAnyException();
    }

    private static void fill(Socket socket, ServerSocket server) throws Exception {
        try {
            socket.connect(server.getLocalSocketAddress(), 200);
        } catch (java.net.SocketTimeoutException full) {
            socket.close();
        }
    }

    private static Settings endpoint(String endpoint, String more) {
        return SettingsFile.parse("test.yaml", "object_store: {endpoint: '" + endpoint + "'}" + more);
    }
}
