package io.chargelake.jobs.lake;

import java.util.Optional;

/** The version of this code, as its jar says it. */
public final class CodeVersion {
    public static final String CURRENT = Optional.ofNullable(
                    CodeVersion.class.getPackage().getImplementationVersion())
            .orElse("development");

    private CodeVersion() {}
}
