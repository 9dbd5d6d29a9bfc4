package io.chargelake.jobs.lake;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time as an option takes it: minutes, or with a unit. */
public final class Interval implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\s*(s|m|h|min)?");

    @Override
    public Duration convert(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new TypeConversionException("'" + text + "' is no length of time (10, 10m, 600s and 1h are)");
        }
        long number = Long.parseLong(form.group(1));
        String unit = form.group(2);
        if ("s".equals(unit)) {
            return Duration.ofSeconds(number);
        }
        return "h".equals(unit) ? Duration.ofHours(number) : Duration.ofMinutes(number);
    }
}
