package khabuan.insight.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.print.Document;
import khabuan.base.print.Format;
import khabuan.base.print.Printers;
import khabuan.base.record.Changes;
import khabuan.base.record.Installation;
import khabuan.base.text.Digits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reports: begun, written in, published, printed. */
@Component
public class Reports {

    private static final String COLUMNS = "select id, version, kind, fiscal_year, quarter, as_of, digits, known_at, coalesce((select a.full_name from account a where a.name = published_by), published_by) as published_by from report ";
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Map<String, Composition> compositions;
    private final Confirmations confirmations;
    private final ReportNews news;
    private final Printers printers;
    private final Clock clock;
    private final Installation installation;

    Reports(JdbcClient jdbc, Changes changes, List<Composition> compositions, Confirmations confirmations, ReportNews news, Printers printers, Clock clock, Installation installation) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.compositions = compositions.stream().collect(Collectors.toMap(Composition::kind, Function.identity(), (a, b) -> a, TreeMap::new));
        this.confirmations = confirmations;
        this.news = news;
        this.printers = printers;
        this.clock = clock;
        this.installation = installation;
    }

    private static Report report(ResultSet r, int n) throws SQLException {
        var knownAt = r.getTimestamp("known_at");
        return new Report(r.getLong("id"), r.getInt("version"), r.getString("kind"), r.getInt("fiscal_year"), r.getInt("quarter"), r.getObject("as_of", LocalDate.class),
                Digits.valueOf(r.getString("digits")), knownAt == null ? null : knownAt.toInstant(), r.getString("published_by"));
    }

    /** The kinds of reports, by their word. */
    Collection<Composition> kinds() {
        return compositions.values();
    }

    /** @throws IllegalArgumentException when there is no such kind */
    Composition kind(String kind) {
        var composition = compositions.get(kind == null ? "" : kind);
        if (composition == null) throw new IllegalArgumentException("There is no report " + kind + ": choose " + String.join(" or ", compositions.keySet()) + ".");
        return composition;
    }

    Composition kind(Report report) {
        return kind(report.kind());
    }

    /** Whether a person may open the drafts of a kind: who writes reports, and who confirms the figures of a monthly one. */
    private String[] drafts(Actor actor) {
        return kinds().stream().filter(k -> actor.may(Right.REPORT) || k.isMonthly() && actor.may(Right.CERTIFY)).map(Composition::kind).toArray(String[]::new);
    }

    /** The reports that this person may open, the newest first. */
    List<Report> all(Actor actor) {
        return jdbc.sql(COLUMNS + "where known_at is not null or kind = any(:drafts) order by fiscal_year desc, quarter desc, as_of desc, id desc")
                .param("drafts", drafts(actor)).query(Reports::report).list();
    }

    /** @throws OutOfReach when there is none, or it is a draft that is not for this person */
    Report find(long id, Actor actor) {
        return jdbc.sql(COLUMNS + "where id = :id and (known_at is not null or kind = any(:drafts))").param("id", id).param("drafts", drafts(actor))
                .query(Reports::report).optional().orElseThrow(() -> new OutOfReach("report " + id));
    }

    /** Begins a draft; the regions are asked to confirm the figures of a monthly one, save for those that they confirmed in a published report of the month and that stand as they did. @throws khabuan.base.access.Refusal.Thrown when the data date doesn't fit the quarter, or the month */
    long begin(String kind, FiscalQuarter quarter, LocalDate asOf, Actor actor) {
        var composition = kind(kind);
        demand(asOf, quarter, "asOf");
        if (composition.isMonthly() && !Composition.endsMonth(asOf, today())) throw ReportRefusal.NOT_END_OF_MONTH.at("asOf");
        var stillTrue = composition.isMonthly() ? confirmations.stillTrue(kind, asOf, new ReportMoment(quarter, asOf, null)) : List.<Confirmations.Said>of();
        return changes.make(actor.author(), "report.begin", "", () -> {
            long report = jdbc.sql("insert into report (kind, fiscal_year, quarter, as_of) values (?, ?, ?, ?) returning id")
                    .param(kind).param(quarter.year().year()).param(quarter.number()).param(asOf).query(Long.class).single();
            if (composition.isMonthly()) confirmations.ask(report, ThaiDate.monthOfYear(asOf), stillTrue);
            return report;
        });
    }

    /** Judges a data date. */
    private void demand(LocalDate asOf, FiscalQuarter quarter, String field) {
        if (asOf.isBefore(quarter.start())) throw ReportRefusal.AS_OF_BEFORE_QUARTER.at(field, ThaiDate.full(quarter.start()));
        if (asOf.isAfter(quarter.end())) throw ReportRefusal.AS_OF_AFTER_QUARTER.at(field, ThaiDate.full(quarter.end()));
        if (asOf.isAfter(today())) throw ReportRefusal.AS_OF_IN_FUTURE.at(field);
    }

    LocalDate today() {
        return ThaiDate.today(clock);
    }

    /** Gives tables their own data dates; a table without one has the report's.
     *  @param dates by the name of the table */
    void date(Report report, Map<String, LocalDate> dates, Actor actor) {
        if (report.isPublished()) throw ReportRefusal.PUBLISHED.with();
        dates.forEach((table, day) -> demand(day, report.moment().quarter(), "date-" + table));
        changes.make(actor.author(), "report.date", "", () -> {
            for (var table : kind(report).tables())
                jdbc.sql("""
                        insert into report_table_date (report_id, table_name, as_of) values (?, ?, ?)
                        on conflict (report_id, table_name) do update set as_of = excluded.as_of""")
                        .param(report.id()).param(table).param(dates.get(table)).update();
        });
    }

    /** The data dates of those tables that have their own. */
    Map<String, LocalDate> dates(Report report) {
        var dates = new TreeMap<String, LocalDate>();
        jdbc.sql("select table_name, as_of from report_table_date where report_id = ? and as_of is not null").param(report.id())
                .query(r -> { dates.put(r.getString(1), r.getObject(2, LocalDate.class)); });
        return dates;
    }

    /** Keeps what the author wrote, and the digits chosen. */
    void write(Report report, Map<String, String> texts, Digits digits, Actor actor) {
        if (report.isPublished()) throw ReportRefusal.PUBLISHED.with();
        changes.make(actor.author(), "report.write", "", () -> {
            jdbc.sql("update report set digits = ? where id = ?").param(digits.name()).param(report.id()).update();
            for (var section : kind(report).sections()) write(report, section, texts.getOrDefault(section, "").strip());
        });
    }

    private void write(Report report, String section, String text) {
        jdbc.sql("insert into report_text (report_id, section, body) values (?, ?, ?) on conflict (report_id, section) do update set body = excluded.body")
                .param(report.id()).param(section).param(text).update();
    }

    /** What the author wrote, by section. */
    Map<String, String> texts(Report report) {
        var texts = new TreeMap<String, String>();
        jdbc.sql("select section, body from report_text where report_id = ?").param(report.id()).query(r -> { texts.put(r.getString(1), r.getString(2)); });
        return texts;
    }

    /** What is said of the figures of a monthly report; nothing of another. */
    List<Confirmation> confirmations(Report report) {
        return kind(report).isMonthly() ? confirmations.of(report) : List.of();
    }

    private Document compose(Report report, Digits digits) {
        return kind(report).compose(new Manuscript(report.moment(), texts(report), dates(report), confirmations(report), digits, installation.isDemonstration()));
    }

    /** Publishes: fixes the moment, prints all formats, and keeps the prints.
     *  @param reason why, although not every region has confirmed its figures */
    void publish(Report report, String reason, Actor actor) {
        if (report.isPublished()) throw ReportRefusal.PUBLISHED.with();
        if (reason.isBlank() && !confirmations(report).stream().allMatch(Confirmation::isSettled)) throw ReportRefusal.UNCONFIRMED.at("reason");
        if (!reason.isBlank()) changes.make(actor.author(), "report.write", "", () -> write(report, Composition.UNCONFIRMED, reason.strip()));
        var knownAt = jdbc.sql("select date_trunc('milliseconds', clock_timestamp())").query((r, n) -> r.getTimestamp(1).toInstant()).single();
        var published = new Report(report.id(), report.version(), report.kind(), report.fiscalYear(), report.quarter(), report.asOf(), report.digits(), knownAt, actor.name());
        var document = compose(published, report.digits());
        var prints = prints(document);
        changes.make(actor.author(), "report.publish", reason.strip(), () -> {
            prints.forEach((format, content) -> jdbc.sql("insert into report_print (report_id, format, sha256, content) values (?, ?, ?, ?)")
                    .param(report.id()).param(format.name()).param(sha256(content)).param(content).update());
            jdbc.sql("update report set known_at = ?::timestamptz, published_by = ? where id = ? and known_at is null")
                    .param(knownAt.toString()).param(actor.name()).param(report.id()).update();
            if (kind(report).isMonthly()) news.published(report, actor);
        });
    }

    /** All formats, beside one another. */
    private Map<Format, byte[]> prints(Document document) {
        Map<Format, Future<byte[]>> printing;
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            printing = Stream.of(Format.values()).collect(Collectors.toMap(Function.identity(), format -> workers.submit(() -> bytes(document, format))));
        }
        return printing.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, print -> print.getValue().resultNow()));
    }

    /** The report in a format: a published one as it was published, a draft as of now. */
    byte[] print(Report report, Format format, Digits digits) {
        if (report.isPublished() && digits == report.digits())
            return jdbc.sql("select content from report_print where report_id = ? and format = ?").param(report.id()).param(format.name()).query(byte[].class).single();
        return bytes(compose(report, digits), format);
    }

    /** The report as it stands on a page: the article within its print. */
    String article(Report report, Digits digits) {
        String page = new String(print(report, Format.HTML, digits), StandardCharsets.UTF_8);
        return page.substring(page.indexOf("<article"), page.lastIndexOf("</article>") + "</article>".length());
    }

    /** A report that is not kept: for the command line. */
    public byte[] print(String kind, ReportMoment moment, Format format, Digits digits) {
        return bytes(kind(kind).compose(Manuscript.of(moment, digits, installation.isDemonstration())), format);
    }

    private byte[] bytes(Document document, Format format) {
        var out = new ByteArrayOutputStream();
        try {
            printers.print(document, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
