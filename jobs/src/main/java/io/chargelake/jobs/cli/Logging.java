package io.chargelake.jobs.cli;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/** Spark's own log is for those who ask for it; people who run a job want its progress and its result. */
final class Logging {

    static void configure(boolean debug) {
        Configurator.setRootLevel(debug ? Level.INFO : Level.ERROR);
        if (!debug) {
            // these say 'error' about faults that end as our own one line
            Configurator.setLevel("org.apache.spark", Level.OFF);
            Configurator.setLevel("org.apache.hadoop", Level.OFF);
            Configurator.setLevel("org.apache.iceberg", Level.OFF);
            Configurator.setLevel("io.delta", Level.OFF);
            Configurator.setLevel("io.javalin", Level.OFF);
            Configurator.setLevel("org.eclipse.jetty", Level.OFF);
        }
    }

    private Logging() {}
}
