package io.chargelake.privacy.request;

/** Texts of a request end up in messages and files, so that each is one line of a length that can be read. */
final class Words {
    private static final int LONGEST = 300;

    static void requireLine(String what, String text) {
        if (text.isBlank() || text.length() > LONGEST || text.codePoints().anyMatch(Words::breaksTheLine)) {
            throw new IllegalArgumentException(
                    what + " is no line of text (allowed: 1 to " + LONGEST + " characters, no line break)");
        }
    }

    static void requireName(String what, String name) {
        if (!name.matches("[a-z][a-z0-9]*([-_][a-z0-9]+)*") || name.length() > 80) {
            throw new IllegalArgumentException(what + " is no name ('" + name
                    + "', allowed: at most 80 lower-case letters, digits and single - or _ between them)");
        }
    }

    private static boolean breaksTheLine(int character) {
        int type = Character.getType(character);
        return Character.isISOControl(character)
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    private Words() {}
}
