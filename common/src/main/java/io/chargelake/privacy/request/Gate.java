package io.chargelake.privacy.request;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds a request against what its table lets out, without looking at any data. */
public final class Gate {
    private final Map<String, Allowlist> tables;
    private final Limits limits;

    public Gate(Collection<Allowlist> tables, Limits limits) {
        this.tables = tables.stream()
                .collect(Collectors.toMap(Allowlist::table, Function.identity(), (a, b) -> a, TreeMap::new));
        this.limits = limits;
    }

    /**
     * @param today UTC
     * @throws RefusedRequest with all that speaks against it
     */
    public Admitted admit(Request request, LocalDate today) {
        var refusals = new Refusals();
        checkDates(request, today, refusals);
        Question question = request.question();
        Allowlist list = tables.get(question.table());
        if (list == null) {
            refusals.addUnknown(RequestRule.UNKNOWN_TABLE, question.table(), tables.keySet(), "table");
            throw new RefusedRequest(request.id(), refusals.all());
        }
        new DimensionGate(list, limits, refusals).check(question);
        List<Figure> figures = new MeasureGate(list, limits, refusals).figures(request);
        var filters = new FilterGate(list, refusals);
        question.filters().forEach(filters::check);
        if (request.differentialPrivacy().isPresent()) {
            new NoiseGate(refusals).check(question, figures);
        }
        if (!refusals.all().isEmpty()) {
            throw new RefusedRequest(request.id(), refusals.all());
        }
        return new Admitted(request, list, figures);
    }

    private static void checkDates(Request request, LocalDate today, Refusals refusals) {
        LocalDate expires = request.terms().expires();
        if (expires.isBefore(today)) {
            refusals.add(
                    RequestRule.REQUEST_EXPIRED,
                    "expires",
                    "it expired on " + expires + "; agree on it anew, then change expires");
        }
        LocalDate end = request.question().period().to();
        if (end.isAfter(today)) {
            refusals.add(
                    RequestRule.PERIOD_OPEN,
                    "period.to",
                    end + " asked for, allowed: at most " + today + ", so that the last day is over");
        }
    }
}
