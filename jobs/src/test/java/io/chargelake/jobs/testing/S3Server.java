package io.chargelake.jobs.testing;

import java.net.URI;

/** A running S3 server of the tests: buckets by path at its address, and by host name below {@link #DOMAIN}. */
interface S3Server {
    /** The host name that virtual-host addressing puts a bucket before. */
    String DOMAIN = "localhost";

    String ACCESS_KEY = "chargelake-test";
    String SECRET_KEY = "chargelake-test-secret";

    /** What it is, for the line that the tests print. */
    String name();

    URI address();
}
