package io.chargelake.privacy.request;

import java.util.List;

/** A request that the {@link Gate} let pass: the only thing data is read for. */
public final class Admitted {
    private final Request request;
    private final Allowlist allowlist;
    private final List<Figure> figures;

    /** Only a gate makes it. */
    Admitted(Request request, Allowlist allowlist, List<Figure> figures) {
        this.request = request;
        this.allowlist = allowlist;
        this.figures = List.copyOf(figures);
    }

    public Request request() {
        return request;
    }

    public Allowlist allowlist() {
        return allowlist;
    }

    /** In the order of the request's measures. */
    public List<Figure> figures() {
        return figures;
    }
}
