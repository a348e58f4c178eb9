package khabuan.insight.outlook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import khabuan.base.access.Account;
import khabuan.base.access.Accounts;
import khabuan.base.access.Role;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.message.Messages;
import khabuan.base.place.Place;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import khabuan.insight.indicator.Agreements;
import khabuan.insight.indicator.Indicator;
import khabuan.insight.indicator.Shown;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells those who must know, each morning, of targets of the running year that are likely to be missed: of the country's the executives and the centre, of a region's its officers. Each is told once
 *  in a quarter, until the chance is back at the level; then the message counts as read, and what falls again is told again. */
@Component
class Warnings {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Outlooks outlooks;
    private final Agreements agreements;
    private final Levels levels;
    private final Accounts accounts;
    private final Messages messages;
    private final Clock clock;

    Warnings(JdbcClient jdbc, Changes changes, Outlooks outlooks, Agreements agreements, Levels levels, Accounts accounts, Messages messages, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.outlooks = outlooks;
        this.agreements = agreements;
        this.levels = levels;
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
    }

    /** A warning that stands. @param place TH, or a region */
    public record Warning(long id, int fiscalYear, String code, String place, int quarter, LocalDate warnedOn) {

        private Spot spot() {
            return new Spot(code, place, quarter);
        }

        /** Where it is seen; each warning of a year has its own. */
        private String link() {
            return "/outlook?year=" + fiscalYear + "&quarter=" + quarter + "&indicator=" + code + "#place-" + place;
        }
    }

    private record Spot(String code, String place, int quarter) {}

    /** What the outlook says of a target that can be foretold. */
    private record Told(Indicator indicator, String place, String name, double chance, double missing) {}

    /** The warnings of a year that stand. */
    List<Warning> of(int fiscalYear) {
        return standing("i.fiscal_year = ?", fiscalYear);
    }

    private List<Warning> standing(String which, Object... values) {
        return jdbc.sql("select w.id, i.fiscal_year, i.code, w.place, w.quarter, w.warned_on from outlook_warning w join indicator i on i.id = w.indicator_id where w.ended_on is null and " + which + " order by w.id")
                .params(values).query(Warning.class).list();
    }

    /** Judges the running year. @return how many warnings were given */
    int judge() {
        var today = ThaiDate.today(clock);
        int year = FiscalYear.of(today).year();
        var shown = Shown.of(year, null, today);
        int level = levels.of(year).level(), quarter = shown.quarter().number();
        var told = agreements.years().contains(year) ? told(outlooks.at(shown.quarter(), shown.asOf())) : List.<Told>of();
        return changes.make(Author.programme("outlook"), "outlook.warn", "", () -> {
            jdbc.sql("select pg_advisory_xact_lock(7415022)").query().listOfRows();
            end(year, quarter, level, told, today);
            var standing = of(year).stream().map(Warning::spot).collect(Collectors.toSet());
            var fallen = told.stream().filter(t -> t.chance() < level / 100.0 && !standing.contains(new Spot(t.indicator().code(), t.place(), quarter))).toList();
            fallen.forEach(t -> warn(t, quarter, level, today));
            return fallen.size();
        });
    }

    private static List<Told> told(Outlook outlook) {
        var told = new ArrayList<Told>();
        for (var line : outlook.lines()) {
            if (line.chance() != null) told.add(new Told(line.indicator(), Place.COUNTRY.code(), Place.COUNTRY.title(), line.chance(), line.missing()));
            for (var region : line.regions()) if (region.chance() != null) told.add(new Told(line.indicator(), region.code(), region.name(), region.chance(), region.missing()));
        }
        return told;
    }

    /** Ends what has recovered, and what belongs to a quarter that is over. */
    private void end(int year, int quarter, int level, List<Told> told, LocalDate today) {
        var chances = new HashMap<Spot, Double>();
        told.forEach(t -> chances.put(new Spot(t.indicator().code(), t.place(), quarter), t.chance()));
        for (var warning : standing("true")) {
            boolean over = warning.fiscalYear() != year || warning.quarter() != quarter;
            if (!over && chances.getOrDefault(warning.spot(), 0.0) < level / 100.0) continue;
            jdbc.sql("update outlook_warning set ended_on = ?, ended_because = ? where id = ?").params(today, over ? "OVER" : "RECOVERED", warning.id()).update();
            for (var account : mustKnow(warning.place())) messages.settle(account.id(), "outlook.warned", warning.link());
        }
    }

    private void warn(Told told, int quarter, int level, LocalDate today) {
        long id = jdbc.sql("insert into outlook_warning (indicator_id, place, quarter, chance, level, warned_on) values (?, ?, ?, ?, ?, ?) returning id")
                .params(told.indicator().id(), told.place(), quarter, BigDecimal.valueOf(told.chance()).setScale(4, RoundingMode.HALF_UP), level, today).query(Long.class).single();
        var warning = new Warning(id, told.indicator().fiscalYear(), told.indicator().code(), told.place(), quarter, today);
        var said = List.of(told.indicator().heading(), told.name(), OutlookWords.chance(told.chance()), OutlookWords.figure(told.indicator(), told.missing()), told.indicator().unit(), told.indicator().owner().isBlank() ? "–" : told.indicator().owner());
        for (var account : mustKnow(told.place())) messages.send(account.id(), "outlook.warned", said, warning.link(), "warning " + id);
    }

    /** Of the country the executives, and the centre for the offices that own indicators; of a region those who work there and can mend it. By their numbers. */
    private List<Account> mustKnow(String place) {
        boolean country = place.equals(Place.COUNTRY.code());
        return accounts.all().stream().filter(a -> !a.isDisabled()).filter(a -> country ? a.role() == Role.EXECUTIVE || a.role() == Role.CENTRE_OFFICER
                : a.role() == Role.REGIONAL_OFFICER && a.scopeLevel().equals("region") && a.scopeCode().equals(place)).sorted(Comparator.comparing(Account::id)).toList();
    }

    /** The days on which the warnings of a year that stand were given, by indicator; those of the country. */
    Map<String, LocalDate> days(int fiscalYear) {
        var days = new HashMap<String, LocalDate>();
        of(fiscalYear).stream().filter(w -> w.place().equals(Place.COUNTRY.code())).forEach(w -> days.put(w.code(), w.warnedOn()));
        return days;
    }

    /** Runs before the digests leave. */
    @Component
    @ConditionalOnWebApplication
    static class Morning {

        private final Warnings warnings;

        Morning(Warnings warnings) {
            this.warnings = warnings;
        }

        @Scheduled(cron = "0 45 6 * * *", zone = "Asia/Bangkok")
        void judge() {
            warnings.judge();
        }
    }
}
