package io.chargelake.jobs.extract;

import io.chargelake.jobs.lake.ExitCode;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.lake.YamlReader;
import io.chargelake.jobs.lake.YamlSection;
import io.chargelake.privacy.request.Authorisation;
import io.chargelake.privacy.request.DifferentialPrivacy;
import io.chargelake.privacy.request.Dimension;
import io.chargelake.privacy.request.Filter;
import io.chargelake.privacy.request.Measure;
import io.chargelake.privacy.request.Period;
import io.chargelake.privacy.request.Product;
import io.chargelake.privacy.request.Question;
import io.chargelake.privacy.request.Refusal;
import io.chargelake.privacy.request.Request;
import io.chargelake.privacy.request.RequestRule;
import io.chargelake.privacy.request.Terms;
import io.chargelake.privacy.request.Total;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The keys of a request file, each named once. What can't be read is a slip; a recipient, purpose, end or expiry that is not there is a refusal: a request
 * without it must not be answered.
 */
final class RequestFile {
    private static final String DAY = "a UTC day such as 2026-03-01";

    private final String file;
    private final YamlSection root;

    private RequestFile(String file, String yaml) {
        this.file = file;
        this.root = new YamlReader(file).read(yaml);
    }

    static Request read(Path file) {
        return parse(
                file.toString(),
                YamlReader.text(file, ", such as conf/requests/long-trips-by-day-and-type.yaml; change --request"));
    }

    static Request parse(String name, String yaml) {
        return new RequestFile(name, yaml).request();
    }

    private Request request() {
        Optional<String> id = root.text("id");
        Optional<String> title = root.text("title");
        Optional<String> population = root.text("population");
        Optional<Product> product = product();
        Supplier<Terms> terms = terms();
        Supplier<Question> question = question();
        Optional<DifferentialPrivacy> noise =
                root.section("differential_privacy").map(RequestFile::noise);
        Optional<Authorisation> wayBack = root.section("way_back").map(RequestFile::wayBack);
        return root.build(() -> new Request(
                needed("id", id),
                needed("title", title),
                needed("population", population),
                product.orElse(Product.ANONYMOUS),
                terms.get(),
                question.get(),
                noise,
                wayBack));
    }

    /** Made only after all keys are known to be keys: a slip in a key is not told as a key that is missing. */
    private Supplier<Terms> terms() {
        Optional<String> recipient = root.text("recipient");
        Optional<String> purpose = root.text("purpose");
        Optional<LocalDate> expires = root.value("expires", RequestFile::day, DAY);
        Optional<Integer> retention = root.value("retention_days", Integer::valueOf, "a number of days");
        return () -> new Terms(
                stated("recipient", recipient, RequestRule.RECIPIENT_MISSING),
                stated("purpose", purpose, RequestRule.PURPOSE_MISSING),
                stated("expires", expires, RequestRule.EXPIRY_MISSING),
                retention.orElse(Terms.DEFAULT_RETENTION_DAYS));
    }

    private Supplier<Question> question() {
        Optional<String> table = root.text("table");
        Supplier<Period> period = period();
        List<Dimension> dimensions =
                root.items("dimensions", Dimension::new, "columns and hour, day, weekday, month, year");
        List<Measure> measures = root.items("measures", Measure::parse, Measure.GRAMMAR);
        List<Filter> filters = root.items("filters", Filter::parse, Filter.GRAMMAR);
        List<Total> totals = root.items("totals", Total::parse, Total.OVERALL + ", or dimensions with commas between");
        return () -> new Question(needed("table", table), period.get(), dimensions, measures, filters, totals);
    }

    private Supplier<Period> period() {
        Optional<YamlSection> section = root.section("period");
        Optional<LocalDate> from = section.flatMap(days -> days.value("from", RequestFile::day, DAY));
        Optional<LocalDate> to = section.flatMap(days -> days.value("to", RequestFile::day, DAY));
        section.ifPresent(days -> days.build(() -> days));
        return () -> new Period(
                stated("period.from", from, RequestRule.PERIOD_OPEN), stated("period.to", to, RequestRule.PERIOD_OPEN));
    }

    private Optional<Product> product() {
        List<String> codes = Arrays.stream(Product.values()).map(Product::code).toList();
        return root.oneOf("product", codes, String.join(", ", codes)).flatMap(code -> Arrays.stream(Product.values())
                .filter(product -> product.code().equals(code))
                .findFirst());
    }

    private static DifferentialPrivacy noise(YamlSection section) {
        Optional<Double> epsilon = section.value("epsilon", Double::valueOf, "a number above 0");
        Optional<Double> delta = section.value("delta", Double::valueOf, "a number above 0");
        Optional<Double> clip = section.value("clip", Double::valueOf, "a number above 0");
        Optional<Integer> maxCells = section.value("max_cells", Integer::valueOf, "a whole number");
        return section.build(() -> new DifferentialPrivacy(
                needed("differential_privacy.epsilon", epsilon),
                needed("differential_privacy.delta", delta),
                needed("differential_privacy.clip", clip),
                needed("differential_privacy.max_cells", maxCells)));
    }

    private static Authorisation wayBack(YamlSection section) {
        Optional<String> by = section.text("authorised_by");
        Optional<String> reason = section.text("reason");
        return section.build(
                () -> new Authorisation(needed("way_back.authorised_by", by), needed("way_back.reason", reason)));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static <T> T needed(String key, Optional<T> value) {
        return value.orElseThrow(() -> new IllegalArgumentException(key + " is missing (add " + key + ": ...)"));
    }

    private <T> T stated(String key, Optional<T> value, RequestRule rule) {
        return value.orElseThrow(() -> new UserError(
                ExitCode.PRIVACY, new Refusal(rule, key, "add " + key.replace("period.", "") + ": ...").line(file)));
    }
}
