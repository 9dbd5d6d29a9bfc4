package io.chargelake.privacy.request;

import java.util.Optional;

/**
 * Who the records of a table come from, and so whom an extract could reveal.
 *
 * @param noun what a contributor is called, in the plural
 * @param column the id of each
 * @param site where it stands, where a table knows
 * @param operator who runs it, where a table knows
 */
public record Contributors(String noun, String column, Optional<String> site, Optional<String> operator) {}
