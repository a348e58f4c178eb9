package khabuan.base.access;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;

/** What a password must be, and the making of a first one. */
final class Password {

    private static final int LEAST = 10;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final Set<String> EASY = Set.of("1234567890", "0123456789", "12345678910", "123456789012", "password123", "password1234", "passw0rd123", "qwertyuiop", "qwerty12345",
            "iloveyou123", "administrator", "thailand123", "khabuan123", "khabuan1234", "0987654321", "1q2w3e4r5t", "aaaaaaaaaa", "1111111111", "0000000000");
    private static final SecureRandom CHANCE = new SecureRandom();

    private Password() {}

    /** A password for the first sign-in, easy to read out: four groups of four, 79 bits. */
    static String first() {
        var text = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) text.append('-');
            text.append(LETTERS.charAt(CHANCE.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** Refuses one that is short, easy to guess or holds the account's name. */
    static void judge(String password, String accountName, Refusals refusals) {
        String plain = password.toLowerCase(Locale.ROOT);
        refusals.when(password.codePointCount(0, password.length()) < LEAST, AccessRefusal.PASSWORD_SHORT, "password", LEAST)
                .when(EASY.contains(plain) || plain.chars().distinct().count() < 4 || plain.contains(accountName), AccessRefusal.PASSWORD_EASY, "password");
    }
}
