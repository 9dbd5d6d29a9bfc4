package io.chargelake.text;

/**
 * Texts that a spreadsheet shows instead of computing them, and that every reader reads to their end.
 *
 * <p>A text that a spreadsheet could take for a formula gets a ' in front, also where spaces or invisible signs come first, as some programs drop these. NUL
 * becomes U+FFFD wherever it stands: readers in C end the text there, and leaving it out would make another text of it in silence. Half a surrogate pair,
 * which UTF-8 has no form for, becomes the same.
 */
public final class SafeText {
    private static final char REPLACEMENT = '\uFFFD';
    /** The wide forms too: programs for Chinese, Japanese and Korean compute them. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private static final String LEADING = "\t\r\n\0";

    public static String of(String text) {
        String readable = readable(text);
        boolean isFormula =
                !text.isEmpty() && (LEADING.indexOf(text.charAt(0)) >= 0 || FORMULA.indexOf(firstVisible(text)) >= 0);
        return isFormula ? "'" + readable : readable;
    }

    /** With U+FFFD for NUL and halves of pairs; a formula stays one. */
    public static String readable(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    /** A letter where there is none. */
    private static int firstVisible(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && !Character.isISOControl(c)
                        && Character.getType(c) != Character.FORMAT)
                .findFirst()
                .orElse('a');
    }

    private SafeText() {}
}
