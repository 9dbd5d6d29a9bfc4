package io.chargelake.privacy.request;

import java.util.List;

/** A request that is not answered, with every reason for it. */
public final class RefusedRequest extends RuntimeException {
    private final transient List<Refusal> refusals;

    public RefusedRequest(String request, List<Refusal> refusals) {
        super(line(request, refusals));
        this.refusals = List.copyOf(refusals);
    }

    public List<Refusal> refusals() {
        return refusals;
    }

    private static String line(String request, List<Refusal> refusals) {
        int more = refusals.size() - 1;
        return refusals.get(0).line(request)
                + (more == 0 ? "" : "; and " + more + (more == 1 ? " refusal more" : " refusals more"));
    }
}
