package io.chargelake.jobs.forecast;

import io.chargelake.forecast.BacktestResult;
import io.chargelake.text.SafeText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A backtest as a drawing: errors by horizon, errors by the hour of the day, forecast and truth of the busiest series. */
record Picture(String series, BacktestResult result) {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 220;
    private static final int LEFT = 60;
    private static final int GAP = 60;
    private static final int SHOWN_HOURS = 24 * 14;
    private static final List<String> COLOURS =
            List.of("#1b6ca8", "#c8553d", "#588157", "#8a5a9e", "#b8860b", "#555555", "#009b9b", "#d46a9f");

    /** One line of a chart. */
    private record Line(String name, double[] values) {}

    String svg() {
        int charts = 2 + result.traces().size();
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"12\"><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
                LEFT + WIDTH + 200,
                charts * (HEIGHT + GAP) + GAP));
        int top = GAP;
        top = chart(svg, top, "Mean absolute error by horizon (h)", horizons(), byHorizon(), List.of());
        top = chart(svg, top, "Mean absolute error by hour of the day, last fold", hours(24), byHour(), List.of());
        for (BacktestResult.Trace trace : result.traces()) {
            int n = Math.min(SHOWN_HOURS, trace.truth().length);
            top = chart(
                    svg,
                    top,
                    "Series " + trace.series() + ", " + trace.horizon() + " h ahead, last fold; the band holds 80 %",
                    hours(n),
                    List.of(
                            new Line("truth", Arrays.copyOf(trace.truth(), n)),
                            new Line("forecast", Arrays.copyOf(trace.forecast(), n))),
                    List.of(Arrays.copyOf(trace.low(), n), Arrays.copyOf(trace.high(), n)));
        }
        return svg + "</svg>\n";
    }

    private List<String> horizons() {
        return result.errorByHour().keySet().stream().map(String::valueOf).toList();
    }

    private static List<String> hours(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    private List<Line> byHorizon() {
        return result.scores().stream()
                .map(BacktestResult.Score::model)
                .distinct()
                .map(this::errors)
                .toList();
    }

    private Line errors(String model) {
        return new Line(
                model,
                result.scores().stream()
                        .filter(score -> score.model().equals(model))
                        .mapToDouble(BacktestResult.Score::mae)
                        .toArray());
    }

    private List<Line> byHour() {
        return result.errorByHour().entrySet().stream()
                .map(entry -> new Line(entry.getKey() + " h ahead", entry.getValue()))
                .toList();
    }

    /** @return where the next chart begins */
    private static int chart(
            StringBuilder svg, int top, String title, List<String> ticks, List<Line> lines, List<double[]> band) {
        double high = lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.values()))
                .max()
                .orElse(1);
        double low = Math.min(
                0,
                lines.stream()
                        .flatMapToDouble(line -> Arrays.stream(line.values()))
                        .min()
                        .orElse(0));
        var scale = new Scale(top, ticks.size(), low, high > low ? high : low + 1);
        svg.append(text(LEFT, top - 12, escaped(title)));
        axes(svg, scale, ticks);
        if (!band.isEmpty()) {
            String there = points(scale, band.get(0), IntStream.range(0, ticks.size()));
            int last = ticks.size() - 1;
            String back =
                    points(scale, band.get(1), IntStream.rangeClosed(0, last).map(i -> last - i));
            svg.append("<polygon points=\"" + there + " " + back + "\" fill=\"#1b6ca8\" opacity=\"0.15\"/>\n");
        }
        for (int i = 0; i < lines.size(); i++) {
            String colour = COLOURS.get(i % COLOURS.size());
            svg.append("<polyline fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"1.5\" points=\""
                    + points(
                            scale,
                            lines.get(i).values(),
                            IntStream.range(0, lines.get(i).values().length))
                    + "\"/>\n");
            svg.append("<g fill=\"" + colour + "\">"
                    + text(
                            LEFT + WIDTH + 12,
                            top + 12 + 18 * i,
                            escaped(lines.get(i).name())) + "</g>\n");
        }
        return top + HEIGHT + GAP;
    }

    private static void axes(StringBuilder svg, Scale scale, List<String> ticks) {
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"M%d %d V%d H%d\" stroke=\"#888\" fill=\"none\"/>%n",
                LEFT,
                scale.top(),
                scale.top() + HEIGHT,
                LEFT + WIDTH));
        for (double value : new double[] {scale.low(), (scale.low() + scale.high()) / 2, scale.high()}) {
            svg.append(text(8, (int) scale.y(value) + 4, String.format(Locale.ROOT, "%.4g", value)));
        }
        int step = Math.max(1, ticks.size() / 24);
        for (int i = 0; i < ticks.size(); i += step) {
            svg.append(text((int) scale.x(i) - 4, scale.top() + HEIGHT + 16, ticks.get(i)));
        }
    }

    private static String points(Scale scale, double[] values, IntStream order) {
        return order.mapToObj(
                        i -> String.format(Locale.ROOT, "%.1f,%.1f", scale.x(i), scale.y(scale.within(values[i]))))
                .collect(Collectors.joining(" "));
    }

    private static String escaped(String text) {
        return SafeText.readable(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private static String text(int x, int y, String text) {
        return "<text x=\"" + x + "\" y=\"" + y + "\">" + text + "</text>\n";
    }

    /** Where a value lies on the drawing. */
    private record Scale(int top, int count, double low, double high) {
        double x(int i) {
            return LEFT + (count < 2 ? WIDTH / 2.0 : (double) WIDTH * i / (count - 1));
        }

        double y(double value) {
            return top + HEIGHT - HEIGHT * (value - low) / (high - low);
        }

        double within(double value) {
            return Math.max(low, Math.min(high, value));
        }
    }
}
