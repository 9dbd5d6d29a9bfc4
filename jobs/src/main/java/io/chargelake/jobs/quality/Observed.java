package io.chargelake.jobs.quality;

import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Observation;
import scala.concurrent.Await;
import scala.concurrent.duration.Duration;
import scala.jdk.javaapi.CollectionConverters;

/** What a Dataset counted while it was written. */
public final class Observed {
    /** The counts arrive with the end of the write; a bounded wait turns a plan that lost them into an error, not a hang. */
    private static final Duration PATIENCE = Duration.apply("60s");

    public static Map<String, Object> of(Observation observation) {
        try {
            return CollectionConverters.asJava(Await.result(observation.future(), PATIENCE));
        } catch (TimeoutException e) {
            throw new IllegalStateException("The write did not report its counts", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Observed() {}
}
