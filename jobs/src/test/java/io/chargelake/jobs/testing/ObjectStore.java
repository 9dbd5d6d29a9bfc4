package io.chargelake.jobs.testing;

import io.chargelake.jobs.lake.ObjectStoreSettings;
import io.chargelake.jobs.lake.ObjectStores;
import io.chargelake.jobs.lake.S3Settings;
import io.chargelake.jobs.lake.S3Settings.Addressing;
import io.chargelake.jobs.lake.S3Settings.Login;
import io.chargelake.jobs.lake.SecretRef;
import io.chargelake.jobs.lake.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.DockerClientFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * An S3 store with a bucket, one for all tests of a JVM: MinIO where Docker runs, else S3Proxy. A test asks for it with
 * {@code @ExtendWith(ObjectStore.Extension.class)} and a parameter of this type; it is never skipped.
 */
public final class ObjectStore {
    private static final String BUCKET = "chargelake-test";
    private static final String REGION = "us-east-1";
    private static final String HADOOP = "spark.hadoop.";

    private final URI endpoint;
    private final Path accessKeyFile;
    private final Path secretKeyFile;
    private final AtomicInteger folders = new AtomicInteger();

    /** Starts the server at the first use; the class loader makes it happen once. */
    private static final class Running {
        private static final ObjectStore STORE = start();
    }

    /** Gives the running store to parameters of its type. */
    public static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == ObjectStore.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return running();
        }
    }

    private ObjectStore(URI endpoint, Path accessKeyFile, Path secretKeyFile) {
        this.endpoint = endpoint;
        this.accessKeyFile = accessKeyFile;
        this.secretKeyFile = secretKeyFile;
    }

    public static ObjectStore running() {
        return Running.STORE;
    }

    private static ObjectStore start() {
        S3Server server =
                DockerClientFactory.instance().isDockerAvailable() ? MinioServer.start() : S3ProxyServer.start();
        System.out.println("S3 store of the tests: " + server.name() + " at " + server.address());
        ObjectStore store = new ObjectStore(
                server.address(),
                secretFile("s3-access-key", S3Server.ACCESS_KEY),
                secretFile("s3-secret-key", S3Server.SECRET_KEY));
        store.createBucket(BUCKET);
        return store;
    }

    public URI endpoint() {
        return endpoint;
    }

    public String accessKey() {
        return S3Server.ACCESS_KEY;
    }

    public String secretKey() {
        return S3Server.SECRET_KEY;
    }

    public String bucket() {
        return BUCKET;
    }

    /** A folder of the bucket that no other test uses. */
    public String folder(String name) {
        return "s3a://" + BUCKET + "/" + name + "-" + folders.incrementAndGet();
    }

    public void createBucket(String bucket) {
        try (S3Client client = S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(REGION))
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey(), secretKey())))
                .build()) {
            client.createBucket(request -> request.bucket(bucket));
        }
    }

    /** The environment with this store, buckets in the path. */
    public Settings settings() {
        return settings(endpoint, Addressing.PATH, Map.of());
    }

    /**
     * The environment with this store, buckets in the host name. Java resolves bucket.localhost on few machines, so the server stands in as the HTTP proxy of
     * the client: the requests are those of a virtual-host store, only the name is never looked up.
     */
    public Settings virtualHostSettings() {
        URI named = URI.create("http://" + S3Server.DOMAIN + ":" + endpoint.getPort());
        return settings(
                named,
                Addressing.VIRTUAL_HOST,
                Map.of(
                        HADOOP + "fs.s3a.proxy.host", endpoint.getHost(),
                        HADOOP + "fs.s3a.proxy.port", Integer.toString(endpoint.getPort())));
    }

    private Settings settings(URI address, Addressing addressing, Map<String, String> spark) {
        Settings defaults = Settings.defaults();
        Login login =
                new Login.Keys(SecretRef.file(accessKeyFile.toString()), SecretRef.file(secretKeyFile.toString()));
        S3Settings s3 = new S3Settings(Optional.of(address), Optional.of(REGION), addressing, login);
        return new Settings(
                defaults.zone(),
                "local[2]",
                Optional.of("s3a://" + BUCKET + "/lake"),
                Optional.empty(),
                new ObjectStoreSettings(s3, Optional.empty(), Optional.empty()),
                Optional.empty(),
                defaults.limits(),
                defaults.privacy(),
                spark);
    }

    /** The Spark settings of an environment, as a session or a child process needs them. */
    public static Map<String, String> sparkSettings(Settings settings) {
        Map<String, String> spark = new LinkedHashMap<>(ObjectStores.sparkSettings(settings, Map.of()));
        spark.putAll(settings.spark());
        return spark;
    }

    /** The same as a Hadoop configuration, for a file system without Spark. */
    public static Configuration hadoop(Settings settings) {
        Configuration hadoop = new Configuration();
        copy(settings, hadoop);
        return hadoop;
    }

    /** Lets a session that already runs use this store, whatever it was started with. */
    public void addTo(SparkSession session) {
        copy(settings(), session.sparkContext().hadoopConfiguration());
    }

    private static void copy(Settings settings, Configuration hadoop) {
        sparkSettings(settings).forEach((key, value) -> {
            if (key.startsWith(HADOOP)) {
                hadoop.set(key.substring(HADOOP.length()), value);
            }
        });
    }

    /** A file as Kubernetes mounts it; the environment of a running JVM can't be changed. */
    public static Path secretFile(String name, String secret) {
        try {
            Path file = Files.createTempFile(name, "");
            file.toFile().deleteOnExit();
            return Files.writeString(file, secret);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
