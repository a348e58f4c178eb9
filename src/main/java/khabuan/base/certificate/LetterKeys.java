package khabuan.base.certificate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import khabuan.base.store.Home;
import khabuan.base.store.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys (Ed25519) that sign the codes of letters: files of the data directory that only its owner reads, the first made at the first start, never in the database.
 *  The newest signs; all of them verify. */
@Component
class LetterKeys {

    private record Key(String id, PrivateKey signing, PublicKey verifying) {}

    private final Home home;
    private final JdbcClient jdbc;
    private volatile TreeMap<String, Key> byFile = new TreeMap<>();

    LetterKeys(Home home, JdbcClient jdbc) {
        this.home = home;
        this.jdbc = jdbc;
        read();
        if (byFile.isEmpty() && !isSomethingSigned()) make(1);
        demandAll();
    }

    /** The number of the key that signs now: eight hexadecimal digits. */
    String current() {
        return now().lastEntry().getValue().id;
    }

    /** All keys; one that another process made a moment ago is among them. */
    private TreeMap<String, Key> now() {
        if (!names().equals(byFile.keySet())) read();
        return byFile;
    }

    private Optional<Key> find(String keyId) {
        return now().values().stream().filter(k -> k.id.equals(keyId)).findFirst();
    }

    /** @param keyId of ours */
    byte[] sign(String keyId, byte[] content) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(find(keyId).orElseThrow().signing);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a key of ours made this signature over the content. */
    boolean verifies(String keyId, byte[] content, byte[] signed) {
        var key = find(keyId);
        if (key.isEmpty()) return false;
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key.get().verifying);
            signature.update(content);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Makes a new key, which signs from now on; the others go on verifying. @return its number */
    String rotate() {
        make(now().size() + 1);
        return current();
    }

    /** The public keys by number, in the order in which they were made. */
    Map<String, String> published() {
        var all = new LinkedHashMap<String, String>();
        now().values().forEach(key -> all.put(key.id, Base64.getEncoder().encodeToString(key.verifying.getEncoded())));
        return all;
    }

    private void make(int number) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var text = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n" + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()) + "\n";
            Files.createDirectories(home.keys(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var draft = Files.createTempFile(home.keys(), "letters-", ".part", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, text);
            try {
                Files.createLink(home.keys().resolve("letters-%04d.key".formatted(number)), draft);
            } catch (FileAlreadyExistsException e) {
                // another process made it at the same moment: it is as good
            } finally {
                Files.delete(draft);
            }
            read();
        } catch (IOException | GeneralSecurityException e) {
            throw new Refused("The key of letters can't be made in " + home.keys() + ": " + e.getMessage());
        }
    }

    private void read() {
        var found = new TreeMap<String, Key>();
        try {
            for (var name : names()) found.put(name, key(home.keys().resolve(name)));
        } catch (IOException e) {
            throw new Refused("The keys of letters in " + home.keys() + " can't be read: " + e.getMessage());
        }
        byFile = found;
    }

    private Set<String> names() {
        var names = new TreeSet<String>();
        if (!Files.isDirectory(home.keys())) return names;
        try (var files = Files.newDirectoryStream(home.keys(), "letters-*.key")) {
            for (var file : files) names.add(file.getFileName().toString());
            return names;
        } catch (IOException e) {
            throw new Refused("The keys of letters in " + home.keys() + " can't be read: " + e.getMessage());
        }
    }

    private static Key key(Path file) throws IOException {
        try {
            var lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            var factory = KeyFactory.getInstance("Ed25519");
            byte[] verifying = Base64.getDecoder().decode(lines.get(1));
            var id = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(verifying), 0, 4);
            return new Key(id, factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(0)))), factory.generatePublic(new X509EncodedKeySpec(verifying)));
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Refused("The key of letters " + file + " is damaged: put it back from the backup of the data directory.");
        }
    }

    private boolean isSomethingSigned() {
        return jdbc.sql("select exists (select from letter_copy)").query(Boolean.class).single();
    }

    private void demandAll() {
        for (var id : jdbc.sql("select distinct key_id from letter_copy").query(String.class).list())
            if (byFile.values().stream().noneMatch(k -> k.id.equals(id)))
                throw new Refused("The key " + id + ", with which letters were signed, is not in " + home.keys() + ": put it back from the backup of the data directory.");
    }
}
