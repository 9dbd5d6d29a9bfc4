package io.chargelake.privacy.request;

/** A column of which somebody decided whether and how it may leave. One that nobody decided on never does. */
public sealed interface ListedColumn permits Category, Amount, YesNo, Withheld {
    String name();
}
