package khabuan.insight.indicator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.evidence.Vault;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.base.place.Place;
import khabuan.insight.indicator.AgreementPages.EntriesPage;
import khabuan.insight.indicator.AgreementPages.Entered;
import khabuan.insight.indicator.AgreementPages.Site;
import khabuan.insight.indicator.Results.Result;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** All entered results of a place in a quarter on one page: recorded at once, and certified at once. */
@Controller
@Needs(Right.READ)
class ResultsController {

    private final Agreements agreements;
    private final Targets targets;
    private final Results results;
    private final Stories stories;
    private final Reporting reporting;
    private final ResultBatch batch;
    private final Slots slots;
    private final Sites sites;
    private final Vault vault;

    ResultsController(Agreements agreements, Targets targets, Results results, Stories stories, Reporting reporting, ResultBatch batch, Slots slots, Sites sites, Vault vault) {
        this.agreements = agreements;
        this.targets = targets;
        this.results = results;
        this.stories = stories;
        this.reporting = reporting;
        this.batch = batch;
        this.slots = slots;
        this.sites = sites;
        this.vault = vault;
    }

    /** Which table is asked for. @param quarter null for the one that runs; @param place null for the asker's own; @param rest whether those that the place does not report are shown too */
    record Wanted(Integer quarter, String place, Boolean rest) {

        private boolean all() {
            return Boolean.TRUE.equals(rest);
        }
    }

    @GetMapping("/agreements/{year:\\d+}/results")
    ModelAndView table(@PathVariable int year, Wanted wanted, Actor actor, @ModelAttribute("frame") Frame frame) {
        return page(year, wanted, actor, frame, Faults.NONE, Map.of());
    }

    private FiscalQuarter quarter(int year, Wanted wanted) {
        return Shown.of(year, wanted.quarter(), reporting.today()).quarter();
    }

    private String place(Wanted wanted, Actor actor) {
        String place = wanted.place() != null && !wanted.place().isBlank() ? wanted.place() : actor.scopeLevel().equals("region") ? actor.scopeCode() : Scores.CENTRE;
        return sites.codes().filter(place::equals).findFirst().orElseThrow(() -> new OutOfReach("results of " + place));
    }

    private ModelAndView page(int year, Wanted wanted, Actor actor, Frame frame, Faults faults, Map<String, String> form) {
        var agreement = agreements.demand(year);
        var quarter = quarter(year, wanted);
        var site = sites.of(place(wanted, actor), frame.words());
        var deadline = reporting.deadline(year, quarter.number());
        var owed = reporting.reportedBy(year, site.code());
        var all = agreements.indicators(year).stream().filter(Indicator::isEntered).toList();
        var shown = all.stream().filter(i -> wanted.all() || owed.contains(i.code())).toList();
        var rows = rows(shown, quarter, site, actor, frame);
        boolean mayRecord = rows.stream().anyMatch(r -> r.slot() != null && r.slot().mayRecord());
        return new ModelAndView("indicator/results", Map.of("page", new EntriesPage(agreement, quarter, site, sites.reporting(frame.words()), deadline.lastDay(), deadline.closed(), rows, wanted.all(),
                all.size() - shown.size(), mayRecord, faults, form)));
    }

    private List<Entered> rows(List<Indicator> indicators, FiscalQuarter quarter, Site site, Actor actor, Frame frame) {
        int year = quarter.year().year();
        var book = targets.book(year);
        var entered = results.of(year);
        var before = quarter.number() == 1 ? results.of(year - 1) : entered;
        var lastYear = quarter.number() == 1 ? agreements.indicators(year - 1) : indicators;
        var told = stories.of(year);
        var deadline = reporting.deadline(year, quarter.number());
        var rows = new ArrayList<Entered>();
        for (var i : indicators) {
            var earlier = lastYear.stream().filter(l -> l.code().equals(i.code())).findFirst().map(l -> before.getOrDefault(l.id(), List.of())).orElse(List.of());
            rows.add(new Entered(i, target(i, book, quarter.number(), site), target(i, book, Targets.YEAR, site), earlier(i, earlier, quarter, site, frame),
                    slots.of(i, site.code(), quarter, deadline, entered.getOrDefault(i.id(), List.of()), reporting.today(), actor), note(told.getOrDefault(i.id(), List.of()), quarter, site)));
        }
        return rows;
    }

    /** The centre goes by the country's target where it has none of its own. */
    private static String target(Indicator indicator, Targets.Book book, int quarter, Site site) {
        BigDecimal own = book.amount(indicator.id(), quarter, site.code()), target = own == null && site.code().equals(Scores.CENTRE) ? book.amount(indicator.id(), quarter, Place.COUNTRY.code()) : own;
        return target == null ? "" : indicator.measuring() == Measuring.SHARE ? target.stripTrailingZeros().toPlainString() + "%" : indicator.write(target);
    }

    private static String earlier(Indicator indicator, List<Result> entered, FiscalQuarter quarter, Site site, Frame frame) {
        int before = quarter.number() == 1 ? 4 : quarter.number() - 1;
        return entered.stream().filter(r -> r.quarter() == before && r.place().equals(site.code())).findFirst().map(r -> r.amount() == null ? frame.t(Said.NOTHING_NEW.key()) : indicator.write(r.amount())).orElse("");
    }

    private static String note(List<Story> told, FiscalQuarter quarter, Site site) {
        return told.stream().filter(s -> s.quarter() == quarter.number() && s.place().equals(site.code())).findFirst().map(Story::done).orElse("");
    }

    /** Records all that was typed, with one piece of evidence for all of it. */
    @PostMapping("/agreements/{year:\\d+}/results")
    @Needs(Right.RECORD)
    ModelAndView record(@PathVariable int year, Wanted wanted, @RequestParam(required = false) MultipartFile file, @RequestParam Map<String, String> form, Actor actor, @ModelAttribute("frame") Frame frame) {
        agreements.demand(year);
        String place = place(wanted, actor);
        if (!Results.isOf(actor, place)) throw new OutOfReach("results of " + place);
        var faults = new Faults(frame.words());
        var typed = ResultBatch.read(agreements.indicators(year).stream().filter(Indicator::isEntered).toList(), quarter(year, wanted).number(), place, stories.of(year), form, faults);
        return answer(year, wanted, form, actor, frame, faults, () -> batch.record(typed, file == null || file.isEmpty() ? null : () -> kept(file), actor, faults, frame.words()));
    }

    private Vault.Kept kept(MultipartFile file) {
        try (var content = file.getInputStream()) {
            return vault.keep(content, file.getOriginalFilename());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Certifies those that were chosen. */
    @PostMapping("/agreements/{year:\\d+}/certifications")
    ModelAndView certify(@PathVariable int year, Wanted wanted, @RequestParam(required = false) List<String> certify, @RequestParam Map<String, String> form, Actor actor, @ModelAttribute("frame") Frame frame) {
        agreements.demand(year);
        String place = place(wanted, actor);
        if (!Results.mayCertify(actor, place)) throw new OutOfReach("results of " + place);
        var faults = new Faults(frame.words());
        var versions = new LinkedHashMap<Indicator, Integer>();
        for (var code : Objects.requireNonNullElse(certify, List.<String>of())) versions.put(agreements.find(year, code), version(form, code));
        return answer(year, wanted, form, actor, frame, faults, () -> batch.certify(versions, quarter(year, wanted).number(), place, actor, faults, frame.words()));
    }

    private static int version(Map<String, String> form, String code) {
        String text = form.getOrDefault("version-" + code, "");
        return text.matches("\\d{1,8}") ? Integer.parseInt(text) : 0;
    }

    /** @param work adds to the faults what the rules refuse */
    private ModelAndView answer(int year, Wanted wanted, Map<String, String> form, Actor actor, Frame frame, Faults faults, Runnable work) {
        try {
            work.run();
        } catch (Refusal.Thrown refused) {
            faults.add(refused);
        }
        return Sent.answer(faults, () -> agreements.demand(year).path() + "/results?quarter=" + quarter(year, wanted).number() + "&place=" + place(wanted, actor), () -> page(year, wanted, actor, frame, faults, form));
    }
}
