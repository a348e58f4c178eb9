package khabuan.base.certificate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What the code of a letter holds: which letter and copy it is and the fingerprint of what it says, signed. 116 letters, fit for an address. */
@Component
class LetterToken {

    private static final byte FORM = 1;
    private static final int FINGERPRINT = 8, SAID = 1 + 4 + 8 + 2 + FINGERPRINT, SIGNATURE = 64;
    private final LetterKeys keys;

    LetterToken(LetterKeys keys) {
        this.keys = keys;
    }

    /** What a genuine token says. */
    record Said(long letterId, int copy, String fingerprint) {}

    /** The token of a copy, signed with the key of today. */
    String of(Letter letter, int copy) {
        return of(letter, copy, keys.current());
    }

    String of(Letter letter, int copy, String keyId) {
        var said = ByteBuffer.allocate(SAID).put(FORM).put(HexFormat.of().parseHex(keyId)).putLong(letter.id()).putShort((short) copy)
                .put(HexFormat.of().parseHex(fingerprint(letter))).array();
        var all = ByteBuffer.allocate(SAID + SIGNATURE).put(said).put(keys.sign(keyId, said)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** Reads a token; empty when it isn't ours, or was changed. */
    Optional<Said> read(String token) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (all.length != SAID + SIGNATURE || all[0] != FORM) return Optional.empty();
        byte[] said = Arrays.copyOf(all, SAID);
        if (!keys.verifies(HexFormat.of().formatHex(all, 1, 5), said, Arrays.copyOfRange(all, SAID, all.length))) return Optional.empty();
        var read = ByteBuffer.wrap(said, 5, SAID - 5);
        return Optional.of(new Said(read.getLong(), read.getShort(), HexFormat.of().formatHex(said, SAID - FINGERPRINT, SAID)));
    }

    /** The fingerprint of all that a letter says: its number, its day, its facts. */
    static String fingerprint(Letter letter) {
        var text = new StringBuilder(letter.named()).append('\n').append(letter.issuedOn()).append('\n');
        new TreeMap<>(letter.facts()).forEach((word, fact) -> text.append(word).append('=').append(fact).append('\n'));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)), 0, FINGERPRINT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
