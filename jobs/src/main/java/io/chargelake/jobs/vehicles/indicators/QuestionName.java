package io.chargelake.jobs.vehicles.indicators;

import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A question by its name on the command line. */
final class QuestionName implements ITypeConverter<Question>, Iterable<String> {

    @Override
    public Question convert(String text) {
        return Arrays.stream(Question.values())
                .filter(question -> question.code().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is no question (" + String.join(", ", this) + " are)"));
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Question.values()).map(Question::code).iterator();
    }
}
