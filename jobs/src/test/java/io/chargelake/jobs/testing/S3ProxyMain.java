package io.chargelake.jobs.testing;

import java.io.IOException;

/**
 * The child JVM of {@link S3ProxyServer}. Its standard input is a pipe from the tests' JVM, which closes with that JVM even on SIGKILL: no server is left
 * behind.
 */
public final class S3ProxyMain {
    private S3ProxyMain() {}

    public static void main(String[] arguments) throws Exception {
        Thread watch = new Thread(S3ProxyMain::endWithParent, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        // by name: S3Proxy is on this JVM's class path only
        Class.forName("org.gaul.s3proxy.Main").getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            System.err.println("The tests' JVM is gone: " + e);
        }
        Runtime.getRuntime().halt(0);
    }
}
