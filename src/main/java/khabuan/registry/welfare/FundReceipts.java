package khabuan.registry.welfare;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import khabuan.base.money.Baht;
import khabuan.base.person.PersonKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The receipts of funds, as anybody verifies them: by an address that the house alone can make, which tells the fund, the day and the amount, and of persons nothing. */
@Component
public class FundReceipts {

    private static final int MARK = 12;
    private final JdbcClient jdbc;
    private final PersonKey key;

    FundReceipts(JdbcClient jdbc, PersonKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** Where a receipt is verified. @param number of a round of collecting, or of money that was received */
    String path(long fund, long number) {
        return "/verify/receipts/" + fund + "/" + number + "/" + mark(fund, number);
    }

    private String mark(long fund, long number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(key.find("receipt " + fund + " " + number), MARK));
    }

    /** @param source from whom, as a word: "members", "local", …; @param withdrawnOn null while it stands */
    public record Verified(long number, LocalDate day, Baht amount, String source, LocalDate withdrawnOn) {}

    /** What a receipt says; empty when the address isn't ours. The work is bound to its fund. */
    Optional<Verified> verified(long fund, long number, String mark) {
        if (!MessageDigest.isEqual(mark(fund, number).getBytes(), mark.getBytes())) return Optional.empty();
        return jdbc.sql("""
                select id, collected_on, total, 'members', withdrawn_on from welfare_collection where fund_id = :fund and id = :number
                union all select id, day, amount, source, withdrawn_on from welfare_money where fund_id = :fund and id = :number and what = 'received'""").param("fund", fund).param("number", number)
                .query((r, n) -> new Verified(r.getLong(1), r.getObject(2, LocalDate.class), new Baht(r.getLong(3)), r.getString(4), r.getObject(5, LocalDate.class))).optional();
    }
}
