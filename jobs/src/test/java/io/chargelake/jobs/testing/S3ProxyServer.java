package io.chargelake.jobs.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * S3Proxy in a JVM of its own, as its servlet API can't share Spark's class path; objects are kept in that JVM's memory. It ends with this JVM, even
 * when that is killed: see {@link S3ProxyMain}.
 */
record S3ProxyServer(URI address) implements S3Server {
    private static final Path JAR = Path.of("target", "s3proxy", "s3proxy.jar");
    private static final int ATTEMPTS = 3;
    private static final long PATIENCE_MS = 30_000;

    /**
     * The address has the domain's name, as S3Proxy takes any other host name for a bucket's. A free port may be taken by someone else before the server has it, hence the attempts.
     */
    static S3ProxyServer start() {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException("Cannot start the S3 server of the tests: " + JAR.toAbsolutePath()
                    + " is missing (run ./mvnw -pl jobs -am process-test-resources)");
        }
        try {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                URI address = URI.create("http://" + DOMAIN + ":" + freePort());
                if (answers(launch(address), address)) {
                    return new S3ProxyServer(address);
                }
            }
            throw new IllegalStateException("Cannot start the S3 server of the tests: see " + log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "S3Proxy, embedded (no Docker here)";
    }

    private static Process launch(URI address) throws IOException {
        Path properties = Files.createTempFile("s3proxy", ".properties");
        properties.toFile().deleteOnExit();
        Files.writeString(
                properties,
                """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                s3proxy.virtual-host=%s
                jclouds.provider=transient-nio2
                """
                        .formatted(address.getPort(), ACCESS_KEY, SECRET_KEY, DOMAIN));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = Path.of("target", "test-classes") + File.pathSeparator + JAR;
        Process server = new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath,
                        S3ProxyMain.class.getName(),
                        "--properties",
                        properties.toString())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
        return server;
    }

    private static Path log() {
        return JAR.resolveSibling("s3proxy.log");
    }

    private static boolean answers(Process server, URI address) throws IOException {
        try {
            for (long waited = 0; waited < PATIENCE_MS && server.isAlive(); waited += 100) {
                if (accepts(address)) {
                    return true;
                }
                server.waitFor(100, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.destroy();
        return false;
    }

    private static boolean accepts(URI address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
