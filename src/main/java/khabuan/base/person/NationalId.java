package khabuan.base.person;

import java.util.Optional;

/** A Thai national ID number whose last digit proves the others.
 *  @param digits the 13 digits */
public record NationalId(String digits) {

    public NationalId {
        if (!digits.matches("[1-9]\\d{12}") || digits.charAt(12) - '0' != checkDigit(digits)) throw new IllegalArgumentException("not a national ID number");
    }

    /** Understands Thai digits, spaces and dashes: "1-1037-02071-81-1". @return empty when it is not a number that can exist */
    public static Optional<NationalId> parse(String written) {
        var digits = new StringBuilder();
        written.codePoints().filter(c -> c != '-' && !Character.isWhitespace(c)).forEach(c -> {
            int digit = Character.digit(c, 10);
            digits.append(digit < 0 ? '?' : (char) ('0' + digit));
        });
        try {
            return Optional.of(new NationalId(digits.toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < 12; i++) sum += (digits.charAt(i) - '0') * (13 - i);
        return (11 - sum % 11) % 10;
    }

    /** "1-1037-02071-81-1". */
    public String written() {
        return digits.substring(0, 1) + "-" + digits.substring(1, 5) + "-" + digits.substring(5, 10) + "-" + digits.substring(10, 12) + "-" + digits.substring(12);
    }

    /** It doesn't show itself by accident, in a log or a message. */
    @Override
    public String toString() {
        return "x-xxxx-xxxxx-xx-" + digits.substring(12);
    }
}
