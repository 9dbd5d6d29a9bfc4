package io.chargelake.privacy.request;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What would leave, in the words of a person who has to agree to it. */
public final class RequestWords {
    private final Request request;
    private final Question question;
    private final Allowlist list;
    private final List<Figure> figures;

    public RequestWords(Admitted admitted) {
        request = admitted.request();
        question = request.question();
        list = admitted.allowlist();
        figures = admitted.figures();
    }

    public List<String> lines() {
        var lines = new ArrayList<String>();
        Terms terms = request.terms();
        lines.add(request.title() + " (" + request.id() + ")");
        lines.add("For:        " + terms.recipient() + ", who uses it for: " + terms.purpose());
        lines.add("Product:    " + request.product().code() + ": "
                + request.product().meaning());
        lines.add("Records:    " + list.records() + " of " + request.population() + " from "
                + question.period().from() + " to before " + question.period().to() + " (UTC)" + filters());
        lines.add("Rows:       " + rows());
        lines.add("Columns:    " + columns());
        figures.forEach(figure -> lines.add("            " + figure.name() + ": " + figure.words()));
        request.differentialPrivacy()
                .ifPresent(noise -> lines.add("Noise:      differential privacy with epsilon " + plain(noise.epsilon())
                        + " and delta " + plain(noise.delta()) + " for "
                        + list.contributors().noun() + "; of each of them at most " + plain(noise.clip())
                        + " in each of "
                        + noise.maxCells() + " cells is counted"));
        request.wayBack()
                .ifPresent(way -> lines.add(
                        "Way back:   pseudonyms can be turned back, as " + way.by() + " allowed for: " + way.reason()));
        lines.add("Never:      " + never());
        lines.add("Until:      answered until " + terms.expires() + "; the recipient deletes it "
                + terms.retentionDays() + " days after it is delivered");
        return lines;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private String filters() {
        return question.filters().isEmpty()
                ? ""
                : ", with "
                        + question.filters().stream().map(RequestWords::words).collect(Collectors.joining(" and "));
    }

    private static String words(Filter filter) {
        return Stream.of(filter.column(), filter.operator().words(), String.join(", ", filter.values()))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String rows() {
        if (request.product() == Product.PSEUDONYMISED) {
            return "one for each of the " + list.records();
        }
        if (question.dimensions().isEmpty()) {
            return "one, over all " + list.records();
        }
        String totals = question.totals().isEmpty()
                ? ""
                : "; totals "
                        + question.totals().stream().map(RequestWords::words).collect(Collectors.joining(" and "));
        return "one for each " + dimensions(question.dimensions(), " and ") + totals;
    }

    private static String words(Total total) {
        return total.by().isEmpty() ? Total.OVERALL : "by " + dimensions(total.by(), " and ");
    }

    private String columns() {
        String pseudonym = request.product() == Product.PSEUDONYMISED
                ? "a pseudonym of each of the " + list.contributors().noun()
                        + " that is good for this recipient and delivery alone"
                : "";
        String names = question.dimensions().stream()
                .map(dimension -> dimension.name()
                        + dimension
                                .timeLabel()
                                .map(label -> " (" + label.meaning() + ", UTC)")
                                .orElse(""))
                .collect(Collectors.joining(", "));
        return Stream.of(pseudonym, names).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String dimensions(List<Dimension> dimensions, String between) {
        return dimensions.stream().map(Dimension::name).collect(Collectors.joining(between));
    }

    private String never() {
        return request.product() == Product.PSEUDONYMISED
                ? "ids, names, free texts, precise times and places"
                : "ids, single records, the number of " + list.contributors().noun()
                        + ", smallest and largest values, free texts, precise times and places; "
                        + (request.differentialPrivacy().isPresent()
                                ? "a figure without noise"
                                : "figures of too few " + list.contributors().noun() + " are left empty");
    }
}
