package khabuan.base.person;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import khabuan.base.store.Home;
import khabuan.base.store.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The key of personal data: a file of the data directory that only its owner reads, made at the first start. One half encrypts (AES-GCM), the other finds (HMAC-SHA256). */
@Component
public class PersonKey {

    private static final int NONCE = 12;
    private final SecureRandom chance = new SecureRandom();
    private final SecretKeySpec encrypting;
    private final SecretKeySpec finding;

    PersonKey(Home home, JdbcClient jdbc) {
        byte[] key = readOrMake(home.keys().resolve("persons.key"), jdbc);
        encrypting = new SecretKeySpec(key, 0, 32, "AES");
        finding = new SecretKeySpec(key, 32, 32, "HmacSHA256");
        demandSame(home, jdbc);
    }

    private byte[] readOrMake(Path file, JdbcClient jdbc) {
        try {
            if (!Files.exists(file)) {
                if (jdbc.sql("select exists (select from person_key)").query(Boolean.class).single()) throw lost(file);
                make(file);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != 64) throw lost(file);
            return key;
        } catch (IOException e) {
            throw new Refused("The key of personal data " + file + " can't be read or made: " + e.getMessage());
        }
    }

    private void make(Path file) throws IOException {
        Files.createDirectories(file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        byte[] key = new byte[64];
        chance.nextBytes(key);
        try (var out = Files.newByteChannel(file, java.util.Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            out.write(java.nio.ByteBuffer.wrap(key));
        }
    }

    private static Refused lost(Path file) {
        return new Refused("The key of personal data " + file + " is not the one that this database was written with: put it back from the backup of the data directory.");
    }

    private void demandSame(Home home, JdbcClient jdbc) {
        String fingerprint = HexFormat.of().formatHex(find("fingerprint"), 0, 8);
        var known = jdbc.sql("select fingerprint from person_key").query(String.class).list();
        if (known.isEmpty()) jdbc.sql("insert into person_key (fingerprint) values (?) on conflict do nothing").param(fingerprint).update();
        else if (!known.contains(fingerprint)) throw lost(home.keys().resolve("persons.key"));
    }

    /** @param column what it is the content of, so that ciphers can't be moved between columns; @return null for an empty text */
    public byte[] encrypt(String column, String text) {
        if (text.isEmpty()) return null;
        byte[] nonce = new byte[NONCE];
        chance.nextBytes(nonce);
        byte[] cipher = aes(Cipher.ENCRYPT_MODE, nonce, column, text.getBytes(StandardCharsets.UTF_8), 0);
        byte[] all = Arrays.copyOf(nonce, NONCE + cipher.length);
        System.arraycopy(cipher, 0, all, NONCE, cipher.length);
        return all;
    }

    /** What {@link #encrypt} hid in a column. @return "" for null */
    public String decrypt(String column, byte[] cipher) {
        return cipher == null ? "" : new String(aes(Cipher.DECRYPT_MODE, Arrays.copyOf(cipher, NONCE), column, cipher, NONCE), StandardCharsets.UTF_8);
    }

    private byte[] aes(int mode, byte[] nonce, String column, byte[] content, int from) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, encrypting, new GCMParameterSpec(128, nonce));
            cipher.updateAAD(column.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content, from, content.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A cipher of " + column + " can't be opened with this key.", e);
        }
    }

    /** What a value is found by, without being known. */
    public byte[] find(String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(finding);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
