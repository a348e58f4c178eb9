package khabuan.demo;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import khabuan.registry.assessment.Instruments;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole simulation, entered into a ledger: region by region, what stands on something after what it stands on. */
final class SimulatedCountry {

    private final JdbcTemplate jdbc;
    private final Path files;
    private final Instruments instruments;
    private final Consumer<String> progress;

    SimulatedCountry(JdbcTemplate jdbc, Path files, Instruments instruments, Consumer<String> progress) {
        this.jdbc = jdbc;
        this.files = files;
        this.instruments = instruments;
        this.progress = progress;
    }

    Ledger make() {
        var ledger = new Ledger();
        var numbers = new Numbers(jdbc);
        var paper = new SimulatedFiles(files, numbers, ledger);
        var units = new SimulatedUnits(jdbc, ledger).make();
        progress.accept("local units: " + units.values().stream().mapToInt(List::size).sum());
        var works = new SimulatedWorks(paper, ledger);
        var letters = new SimulatedLetters(ledger);
        var reviews = new SimulatedReviews(instruments.latest("council-quality", 2562).orElseThrow(), paper, numbers, ledger);
        var standing = new HashMap<String, Council>();
        for (var region : Printed.REGIONS) {
            var there = units.get(region.code());
            var withAccount = there.stream().filter(u -> u.code().equals(DemoAccounts.communityUnit())).toArray(Unit[]::new);
            var councils = new SimulatedCouncils(numbers, ledger).make(region, there, withAccount);
            councils.stream().filter(c -> !c.surplus).forEach(c -> standing.put(c.unit.code(), c));
            new SimulatedPapers(paper, ledger).make(region, councils);
            new SimulatedMembers(numbers, ledger).make(region, councils);
            var organisations = new SimulatedOrganisations(numbers, ledger).make(region, councils);
            letters.make(region, councils, organisations);
            works.make(region, councils);
            reviews.make(region, councils, works::isActive);
            progress.accept("region %s: %,d councils, %,d members, %,d organisations".formatted(region.code(), councils.size(), region.members(), region.organisations()));
        }
        works.makeMissionsAndMeetings();
        reviews.makeSurvey(instruments.latest("client-satisfaction", 2561).orElseThrow());
        var funds = new SimulatedFunds(numbers, ledger).make(units);
        new SimulatedStatements(numbers, ledger).make(funds);
        new SimulatedQuality(paper, ledger, criteria()).make(funds);
        progress.accept("%,d welfare funds".formatted(funds.size()));
        new SimulatedAgreements(paper, numbers, ledger).make();
        var books = new SimulatedBooks(numbers, ledger, jdbc.queryForObject("select id from ledger_book where code = 'codi'", Long.class));
        var projects = new SimulatedProjects(numbers, ledger, books, paper);
        var advances = new SimulatedAdvances(numbers, ledger, books, projects, paper, accounts());
        new SimulatedMoney(books, projects, advances, units, standing, new SimulatedSubsidies(books, projects, funds, numbers, ledger), accounts()).make();
        return ledger;
    }

    /** The criteria of funds by code and first day. */
    private Map<String, Long> criteria() {
        var criteria = new HashMap<String, Long>();
        jdbc.query("select code || ' ' || from_date, id from welfare_criterion", r -> { criteria.put(r.getString(1), r.getLong(2)); });
        return criteria;
    }

    /** The demonstration's persons by the names they sign in with. */
    private Map<String, Long> accounts() {
        var accounts = new HashMap<String, Long>();
        jdbc.query("select name, id from account", r -> { accounts.put(r.getString(1), r.getLong(2)); });
        return accounts;
    }
}
