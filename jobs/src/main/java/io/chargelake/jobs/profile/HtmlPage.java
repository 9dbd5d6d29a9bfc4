package io.chargelake.jobs.profile;

import io.chargelake.jobs.raw.FlatFiles.Unreadable;
import io.chargelake.profile.ColumnProfile;
import io.chargelake.profile.Quantiles;
import io.chargelake.profile.TableProfile;
import io.chargelake.profile.TopValue;
import io.chargelake.profile.Usability;
import io.chargelake.profile.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Profiles as one file that needs nothing else: no script, no network. */
final class HtmlPage {
    private static final String STYLE = "/profile/page.css";
    private static final List<String> QUANTILES = List.of("5 %", "25 %", "median", "75 %", "95 %");
    private static final int MOST_TOP = 5;
    private static final int LONGEST_UNPARTED = 20;
    private static final int PART = 6;
    private static final int HEIGHT = 36;

    static String of(String title, String made, List<TableProfile> tables, List<Unreadable> unreadable) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Profile of "
                + text(title) + "</title>\n<style>\n" + style() + "</style>\n</head>\n<body>\n<h1>Profile of "
                + text(title) + "</h1>\n<p class=\"made\">" + text(made) + "</p>\n"
                + tables.stream().map(HtmlPage::table).collect(Collectors.joining())
                + unreadable(unreadable) + "</body>\n</html>\n";
    }

    private static String style() {
        try (InputStream in = HtmlPage.class.getResourceAsStream(STYLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unreadable(List<Unreadable> files) {
        return files.isEmpty()
                ? ""
                : "<h2>Files that can't be read</h2>\n<ul>\n"
                        + files.stream()
                                .map(file -> "<li>" + text(file.file().name()) + ": " + text(file.words()) + "</li>\n")
                                .collect(Collectors.joining())
                        + "</ul>\n";
    }

    private static String table(TableProfile table) {
        String facts = TableWords.facts(table).entrySet().stream()
                .map(fact -> "<dt>" + text(fact.getKey()) + "</dt><dd>"
                        + fact.getValue().stream().map(HtmlPage::text).collect(Collectors.joining("<br>")) + "</dd>\n")
                .collect(Collectors.joining());
        return "<h2>" + text(table.name()) + "</h2>\n<dl>\n<dt>size</dt><dd>" + TableWords.size(table) + "</dd>\n"
                + facts + "</dl>\n<div class=\"wide\">\n<table>\n<thead><tr><th>column</th><th>verdict</th>"
                + "<th>what to know</th><th>missing</th><th>distinct</th><th>range</th><th>shape</th><th>common values</th></tr></thead>\n<tbody>\n"
                + table.columns().stream().map(HtmlPage::column).collect(Collectors.joining())
                + "</tbody>\n</table>\n</div>\n";
    }

    private static String column(ColumnProfile column) {
        return "<tr><td class=\"name\">" + text(column.name()) + "<small>" + text(ColumnWords.type(column))
                + "</small></td><td>" + verdict(column.usability()) + "</td><td class=\"told\">" + told(column)
                + "</td><td>"
                + Words.share(column.missing().share()) + share(column.missing().share()) + "</td><td class=\"number\">"
                + ColumnWords.distinct(column) + "</td><td>" + range(column) + "</td><td>" + shape(column)
                + "</td><td>" + top(column) + "</td></tr>\n";
    }

    private static String verdict(Usability usability) {
        String style =
                switch (usability.level()) {
                    case USABLE -> "usable";
                    case AFTER_REPAIR -> "repair";
                    case NOT -> "not";
                };
        return "<span class=\"verdict " + style + "\">" + usability.level().words() + "</span>";
    }

    private static String share(double share) {
        return String.format(
                Locale.ROOT, "<span class=\"share\"><span style=\"width:%.1f%%\"></span></span>", 100 * share);
    }

    private static String range(ColumnProfile column) {
        return column.summary().isEmpty()
                ? ""
                : bound(ColumnWords.min(column)) + " to " + bound(ColumnWords.max(column))
                        + ColumnWords.quantiles(column)
                                .map(quantiles -> inner(column, quantiles))
                                .orElse("");
    }

    /** Numbers and times are not parted at the end of a line. */
    private static String bound(String value) {
        return value.length() > LONGEST_UNPARTED ? text(value) : "<span class=\"bound\">" + text(value) + "</span>";
    }

    private static String inner(ColumnProfile column, Quantiles quantiles) {
        List<Double> values = quantiles.all();
        return IntStream.range(0, QUANTILES.size())
                .mapToObj(i ->
                        "<i>" + QUANTILES.get(i) + "</i><span>" + ColumnWords.value(column, values.get(i)) + "</span>")
                .collect(Collectors.joining("", "<div class=\"inner\">", "</div>"));
    }

    private static String shape(ColumnProfile column) {
        List<Long> counts = ColumnWords.shape(column);
        if (counts.isEmpty()) {
            return "";
        }
        long most = counts.stream().mapToLong(Long::longValue).max().orElse(1);
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">",
                PART * counts.size(),
                HEIGHT,
                column.summary().orElse(null) instanceof ColumnProfile.Times ? "hours of the day" : "histogram"));
        for (int i = 0; i < counts.size(); i++) {
            double height = most == 0 ? 0 : (double) HEIGHT * counts.get(i) / most;
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\"/>",
                    PART * i,
                    HEIGHT - height,
                    PART - 1,
                    height));
        }
        boolean hours = column.summary().orElse(null) instanceof ColumnProfile.Times;
        return svg + "</svg>" + (hours ? "<small>0 to 24 h</small>" : "");
    }

    private static String top(ColumnProfile column) {
        if (column.top().isEmpty() || column.top().get(0).count() < 2) {
            return "";
        }
        return "<div class=\"top\">"
                + column.top().stream()
                        .filter(value -> value.count() > 1)
                        .limit(MOST_TOP)
                        .map(value -> value(value, column.missing().given()))
                        .collect(Collectors.joining())
                + "</div>";
    }

    private static String value(TopValue value, long given) {
        return "<span title=\"" + text(value.value()) + "\">" + text(value.value()) + "</span><i>"
                + Words.share((double) value.count() / given) + "</i>";
    }

    private static String told(ColumnProfile column) {
        List<String> remarks = ColumnWords.remarks(column);
        return remarks.isEmpty()
                ? ""
                : "<ul>" + remarks.stream().map(r -> "<li>" + text(r) + "</li>").collect(Collectors.joining())
                        + "</ul>";
    }

    private static String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private HtmlPage() {}
}
