package io.chargelake.profile;

import io.chargelake.text.Mojibake;
import java.io.Serializable;

/** What is counted of the texts of a column: how they are written and decoded, and whether they name someone. */
final class TextStats implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final char REPLACEMENT = '\uFFFD';
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final int VIN_LENGTH = 17;
    private static final int LONGEST = 60;

    private long count;
    private int shortest = Integer.MAX_VALUE;
    private int longest;
    private String min = "";
    private String max = "";
    private long padded;
    private long damaged;
    private long repairable;
    private long undecodable;
    private long naming;

    void add(String text) {
        String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        min = count == 0 || start.compareTo(min) < 0 ? start : min;
        max = count == 0 || start.compareTo(max) > 0 ? start : max;
        count++;
        shortest = Math.min(shortest, text.length());
        longest = Math.max(longest, text.length());
        padded += text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ' ? 1 : 0;
        naming += namesSomeone(text) ? 1 : 0;
        if (!isAscii(text)) {
            lookAtDecoding(text);
        }
    }

    private void lookAtDecoding(String text) {
        boolean isDamaged = Mojibake.isDamaged(text);
        damaged += isDamaged ? 1 : 0;
        repairable += isDamaged && Mojibake.repair(text).isPresent() ? 1 : 0;
        undecodable += !isDamaged && text.indexOf(REPLACEMENT) >= 0 ? 1 : 0;
    }

    void merge(TextStats other) {
        if (other.count > 0) {
            min = count == 0 || other.min.compareTo(min) < 0 ? other.min : min;
            max = count == 0 || other.max.compareTo(max) > 0 ? other.max : max;
        }
        count += other.count;
        shortest = Math.min(shortest, other.shortest);
        longest = Math.max(longest, other.longest);
        padded += other.padded;
        damaged += other.damaged;
        repairable += other.repairable;
        undecodable += other.undecodable;
        naming += other.naming;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_BEYOND_ASCII) {
                return false;
            }
        }
        return true;
    }

    /** A vehicle's identification number or an e-mail address. */
    private static boolean namesSomeone(String text) {
        int sign = text.indexOf('@');
        return (sign > 0 && text.indexOf('.', sign) > 0) || (text.length() == VIN_LENGTH && isVin(text));
    }

    private static boolean isVin(String text) {
        int digits = 0;
        for (int i = 0; i < VIN_LENGTH; i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && (c < 'A' || c > 'Z' || c == 'I' || c == 'O' || c == 'Q')) {
                return false;
            }
            digits += digit ? 1 : 0;
        }
        return digits > 3 && digits < VIN_LENGTH;
    }

    long count() {
        return count;
    }

    int shortest() {
        return shortest;
    }

    int longest() {
        return longest;
    }

    String min() {
        return min;
    }

    String max() {
        return max;
    }

    /** Texts with white space before or behind. */
    long padded() {
        return padded;
    }

    /** UTF-8 that was read in another encoding. */
    long damaged() {
        return damaged;
    }

    long repairable() {
        return repairable;
    }

    /** Another encoding that was read as UTF-8. */
    long undecodable() {
        return undecodable;
    }

    long naming() {
        return naming;
    }
}
