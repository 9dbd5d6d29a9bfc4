package io.chargelake.jobs.testing;

import java.net.URI;
import org.testcontainers.containers.MinIOContainer;

/** MinIO in Docker. Testcontainers removes the container when this JVM ends, however it ends. */
record MinioServer(URI address) implements S3Server {
    private static final String IMAGE = "minio/minio:RELEASE.2025-04-22T22-12-26Z";

    @SuppressWarnings("resource") // lives as long as the JVM
    static MinioServer start() {
        MinIOContainer container =
                new MinIOContainer(IMAGE).withUserName(ACCESS_KEY).withPassword(SECRET_KEY);
        container.withEnv("MINIO_DOMAIN", DOMAIN);
        container.start();
        return new MinioServer(URI.create("http://" + container.getHost() + ":" + container.getMappedPort(9000)));
    }

    @Override
    public String name() {
        return "MinIO in Docker (" + IMAGE + ")";
    }
}
