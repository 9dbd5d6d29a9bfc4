package io.chargelake.privacy.delivery;

import io.chargelake.privacy.request.Admitted;
import io.chargelake.privacy.request.Category;
import io.chargelake.privacy.request.Dimension;
import io.chargelake.privacy.request.Figure;
import io.chargelake.privacy.request.Product;
import io.chargelake.privacy.request.TimeLabel;
import java.util.List;
import java.util.stream.Stream;

/** The columns that a request's sheet has. */
public final class Fields {
    /** The first column of pseudonymised extracts. */
    public static final String PSEUDONYM = "pseudonym";

    public static List<Field> keys(Admitted admitted) {
        Stream<Field> pseudonym = admitted.request().product() == Product.PSEUDONYMISED
                ? Stream.of(pseudonym(admitted.allowlist().contributors().noun()))
                : Stream.empty();
        Stream<Field> dimensions = admitted.request().question().dimensions().stream()
                .map(dimension -> dimension.timeLabel().map(Fields::of).orElseGet(() -> of(dimension, admitted)));
        return Stream.concat(pseudonym, dimensions).toList();
    }

    public static List<Field> figures(Admitted admitted) {
        return admitted.figures().stream().map(Fields::of).toList();
    }

    private static Field pseudonym(String of) {
        return new Field(PSEUDONYM, Field.Type.STRING, "", "of " + of + ", good for this recipient and delivery alone");
    }

    private static Field of(TimeLabel label) {
        Field.Type type =
                switch (label) {
                    case DAY -> Field.Type.DATE;
                    case MONTH -> Field.Type.YEARMONTH;
                    case YEAR -> Field.Type.YEAR;
                    case HOUR, WEEKDAY -> Field.Type.INTEGER;
                };
        return new Field(label.code(), type, "", label.meaning() + ", UTC");
    }

    private static Field of(Dimension dimension, Admitted admitted) {
        String meaning = admitted.allowlist()
                .column(dimension.name())
                .filter(Category.class::isInstance)
                .map(category -> ((Category) category).meaning())
                .filter(words -> !words.isEmpty())
                .orElse(dimension.name());
        return new Field(dimension.name(), Field.Type.STRING, "", meaning);
    }

    private static Field of(Figure figure) {
        return new Field(figure.name(), Field.Type.NUMBER, figure.unit(), figure.words());
    }

    private Fields() {}
}
