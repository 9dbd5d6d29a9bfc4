package io.chargelake.jobs.collect.api;

import java.net.URI;

/** @param what a place or a page, in the words that records and messages use */
public record Request(String what, URI uri) {}
