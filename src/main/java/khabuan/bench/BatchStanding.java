package khabuan.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;

/** How a batch of {@link BenchPayments} stands in the database and on the disk, told by plain SQL: "absent", "whole", or what of it is torn. */
public final class BatchStanding {

    public static final String ABSENT = "absent", WHOLE = "whole";
    private static final String PARTS = """
            with batch as (select * from present.payment_batch where id = ?), paid as (select * from present.payment where batch_id = (select id from batch)),
            entries as (select e.id from present.journal_entry e join paid p on p.subject_kind = e.subject_kind and p.subject_id = e.subject_id where e.act = 'payment.issue')
            select (select count(*) from paid), (select (released_on is not null)::int from batch), (select count(*) from paid where issued_on is not null and entry_id in (select id from entries)), (select count(*) from entries),
              (select count(*) from present.posting where entry_id in (select id from entries)), (select count(*) from present.file f join batch b on f.name = b.message_id || '.xml'), (select coalesce(file_sha256, '') from batch)""";
    private static final String BOOKS = """
            select (select coalesce(sum(amount), 0) from present.posting) <> 0, exists (select account_id, date_trunc('month', day)::date, sum(amount) from present.posting group by 1, 2 except select account_id, month, amount from present.ledger_month),
              exists (select account_id, amount from present.ledger_balance except select account_id, sum(amount) from present.posting group by 1)""";

    private BatchStanding() {}

    public static String of(Connection connection, Path home, long batch) throws SQLException, IOException {
        try (var books = connection.createStatement().executeQuery(BOOKS); var asked = connection.prepareStatement(PARTS)) {
            books.next();
            if (books.getBoolean(1) || books.getBoolean(2) || books.getBoolean(3)) return "torn: the books do not add to nothing, or their sums are not those of their lines";
            asked.setLong(1, batch);
            try (var row = asked.executeQuery()) {
                row.next();
                var parts = "%d of %d payments issued, %d entries, %d lines, released %d, files %d".formatted(row.getLong(3), row.getLong(1), row.getLong(4), row.getLong(5), row.getLong(2), row.getLong(6));
                long payments = row.getLong(1);
                if (parts.equals("0 of %d payments issued, 0 entries, 0 lines, released 0, files 0".formatted(payments)) && row.getString(7).isEmpty()) return ABSENT;
                if (!parts.equals("%1$d of %1$d payments issued, %1$d entries, %2$d lines, released 1, files 1".formatted(payments, 4 * payments))) return "torn: " + parts;
                return file(home, row.getString(7), payments);
            }
        }
    }

    private static String file(Path home, String sha256, long payments) throws IOException {
        var bytes = Files.readAllBytes(home.resolve("files/" + sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256));
        long named = new String(bytes, StandardCharsets.UTF_8).split("<EndToEndId>", -1).length - 1;
        return sha256(bytes).equals(sha256) && named == payments ? WHOLE : "torn: the file for the bank names %d of %d payments, or is another".formatted(named, payments);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
