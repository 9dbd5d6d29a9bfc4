package io.chargelake.jobs.collect.api;

import io.chargelake.jobs.collect.http.Answer;

/** A request and what was answered. */
public record Taken(Request request, Answer answer) {}
