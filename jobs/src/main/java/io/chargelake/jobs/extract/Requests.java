package io.chargelake.jobs.extract;

import io.chargelake.jobs.lake.ExitCode;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.privacy.request.Admitted;
import io.chargelake.privacy.request.Limits;
import io.chargelake.privacy.request.RefusedRequest;
import io.chargelake.privacy.request.Request;
import java.nio.file.Path;
import java.time.LocalDate;

/** From a request file to a request that may be answered, before any data is read. */
final class Requests {

    /** @param today UTC */
    static Admitted read(Path file, Limits limits, LocalDate today) {
        return admit(RequestFile.read(file), limits, today);
    }

    static Admitted admit(Request request, Limits limits, LocalDate today) {
        try {
            return Sources.gate(limits).admit(request, today);
        } catch (RefusedRequest e) {
            throw new UserError(ExitCode.PRIVACY, e.getMessage(), e);
        }
    }

    private Requests() {}
}
