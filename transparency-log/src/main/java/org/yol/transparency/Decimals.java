package org.yol.transparency;

/** Whole numbers in ASCII digits with no zero ahead, as all forms of C2SP have them. */
final class Decimals {

    private Decimals() {}

    /**
     * @param what of the number, for the message
     * @throws IllegalArgumentException when the text is none, or more than a {@code long} holds
     */
    static long parse(String text, String what) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || text.length() > 1 && text.charAt(0) == '0') {
            throw new IllegalArgumentException("The " + what + " is not a decimal number without a zero ahead");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The " + what + " is too large", e);
        }
    }
}
