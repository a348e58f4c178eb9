package khabuan.registry.welfare;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.evidence.Evidence;
import khabuan.base.evidence.Vault;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The regulations of funds, version by version: each holds from a day until the next does. Their files are evidence of the fund; the rules of welfare that begin within a version are those of it. */
@Component
public class Regulations {

    /** The kind of evidence that their files are. */
    static final String PAPER = "regulations";
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Funds funds;
    private final FundCommittees committees;
    private final Evidence evidence;

    Regulations(JdbcClient jdbc, Changes changes, Funds funds, FundCommittees committees, Evidence evidence) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.funds = funds;
        this.committees = committees;
        this.evidence = evidence;
    }

    /** A version. @param until the day from which the next one holds; null while it is the last; @param adoptedAt "ประชุมใหญ่สามัญ 12 ม.ค. 2562"; @param sha256 of its file */
    public record Version(LocalDate from, LocalDate until, String adoptedAt, String sha256, String fileName) {

        public boolean holdsOn(LocalDate day) {
            return !from.isAfter(day) && (until == null || until.isAfter(day));
        }

        public String filePath() {
            return "/files/" + sha256;
        }
    }

    /** A file that was attached without a day. */
    public record Undated(long fileId, String name, LocalDate attachedOn) {}

    /** All versions, the newest first. */
    public List<Version> of(long fund) {
        return jdbc.sql("""
                select r.from_date, lead(r.from_date) over (order by r.from_date) as until, r.adopted_at, f.sha256, f.name from welfare_regulation r join file f on f.id = r.file_id where r.fund_id = ? order by r.from_date desc""").param(fund)
                .query((r, n) -> new Version(r.getObject(1, LocalDate.class), r.getObject(2, LocalDate.class), r.getString(3), r.getString(4), r.getString(5))).list();
    }

    /** The version in force on a day; empty while none is recorded. */
    public Optional<Version> on(long fund, LocalDate day) {
        return of(fund).stream().filter(v -> v.holdsOn(day)).findFirst();
    }

    /** Files of regulations that were attached, of which no version tells from when they hold. */
    List<Undated> undated(long fund) {
        return jdbc.sql("""
                select e.file_id, f.name, min(e.attached_on) as attached_on from evidence e join file f on f.id = e.file_id where e.record_kind = :kind and e.record_id = :fund and e.kind = :paper
                  and not exists (select from welfare_regulation r where r.fund_id = :fund and r.file_id = e.file_id) group by 1, 2 order by 3, 1""").param("kind", Fund.KIND).param("fund", fund).param("paper", PAPER).query(Undated.class).list();
    }

    /** Records a version; the one before it holds until its day. @param attached a file that was attached before; null for a new one, which file keeps within the change
     *  @throws khabuan.base.access.Refusal.Thrown when its day is missing or before the founding, a version begins on it, or it is not told where it was adopted */
    void record(Actor actor, long id, LocalDate from, String adoptedAt, Long attached, Supplier<Vault.Kept> file) {
        var fund = committees.recorded(actor, id);
        fund.demandInForce();
        new Refusals().when(from.isBefore(fund.foundedOn()), WelfareRefusal.DAY_BEFORE_FOUNDING, "fromDate").when(adoptedAt.isBlank(), WelfareRefusal.ADOPTED_MISSING, "adoptedAt")
                .when(attached != null && undated(id).stream().noneMatch(u -> u.fileId() == attached), WelfareRefusal.REGULATION_FILE_MISSING, "attached").demandNone();
        changes.make(actor.author(), "welfare.record-regulation", "", () -> {
            funds.hold(id);
            if (of(id).stream().anyMatch(v -> v.from().equals(from))) throw WelfareRefusal.REGULATION_STANDS.at("fromDate");
            jdbc.sql("insert into welfare_regulation (fund_id, from_date, adopted_at, file_id) values (?, ?, ?, ?)").params(id, from, adoptedAt.strip(), attached == null ? kept(id, file.get()) : attached).update();
        });
    }

    /** Takes back a version that was recorded wrongly; its file stays among the evidence, without a day.
     *  @throws khabuan.base.access.Refusal.Thrown without a reason */
    void withdraw(Actor actor, long id, LocalDate from, String because) {
        committees.recorded(actor, id).demandInForce();
        if (because.isBlank()) throw WelfareRefusal.REASON_MISSING.at("because");
        changes.make(actor.author(), "welfare.withdraw-regulation", because.strip(), () -> {
            if (jdbc.sql("delete from welfare_regulation where fund_id = ? and from_date = ?").params(id, from).update() == 0) throw new OutOfReach("regulation of fund " + id + " from " + from);
        });
    }

    private long kept(long fund, Vault.Kept file) {
        evidence.keep(Fund.KIND, fund, PAPER, null, "", file);
        return file.id();
    }
}
