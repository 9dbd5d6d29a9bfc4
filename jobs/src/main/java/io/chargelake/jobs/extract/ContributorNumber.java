package io.chargelake.jobs.extract;

import io.chargelake.jobs.lake.SecretRef;
import io.chargelake.privacy.pseudonym.ContributorHash;
import org.apache.spark.sql.api.java.UDF1;

/**
 * The number that stands for a contributor from here on: no id goes through a shuffle or into a temporary file. A plan shows no more of it than that
 * it is a function; where the key is travels with it, the key is read where a task runs.
 */
final class ContributorNumber implements UDF1<String, Long> {
    private static final long serialVersionUID = 1L;

    private final SecretRef key;
    private transient ContributorHash hash;

    ContributorNumber(SecretRef key) {
        this.key = key;
    }

    @Override
    public Long call(String id) {
        if (hash == null) {
            hash = KeySource.read(key, System.getenv()).sketch();
        }
        return hash.of(id);
    }
}
