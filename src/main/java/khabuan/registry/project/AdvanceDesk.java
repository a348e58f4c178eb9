package khabuan.registry.project;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.money.Baht;
import khabuan.base.money.Payments;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Panels;
import khabuan.base.page.Sent;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.record.Timeline;
import khabuan.base.text.Words;
import khabuan.registry.project.AdvancePages.FormPage;
import khabuan.registry.project.AdvancePages.OnePage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts together the page of an advance and the form of a new one. */
@Component
class AdvanceDesk {

    private final JdbcClient jdbc;
    private final Advances advances;
    private final Budget budget;
    private final Programmes programmes;
    private final Payments payments;
    private final khabuan.base.money.Ledger ledger;
    private final Places places;
    private final Timeline timeline;
    private final Panels panels;

    AdvanceDesk(JdbcClient jdbc, Advances advances, Budget budget, Programmes programmes, Payments payments, khabuan.base.money.Ledger ledger, Places places, Timeline timeline, Panels panels) {
        this.jdbc = jdbc;
        this.advances = advances;
        this.budget = budget;
        this.programmes = programmes;
        this.payments = payments;
        this.ledger = ledger;
        this.places = places;
        this.timeline = timeline;
        this.panels = panels;
    }

    ModelAndView form(Typed typed, Faults faults, Actor actor, Words words) {
        var own = AdvanceList.office(actor);
        var frames = budget.standing(budget.year().year(), khabuan.base.money.Ledger.EVER).stream().filter(s -> own.isEmpty() || own.equals(s.frame().office())).filter(s -> s.free().isPositive())
                .map(s -> new Choice(String.valueOf(s.frame().id()), words.t("advance.frame-free", programme(s.frame(), words), office(s.frame().office()), s.free().toString()))).toList();
        return new ModelAndView("project/advance-form", "page", new FormPage(frames, ProjectAccount.BANKS, typed, UUID.randomUUID().toString(), faults));
    }

    /** The day by which an advance that is asked for today is cleared. */
    String dueOf(Words words) {
        return words.day(advances.today().plusDays(advances.rule().daysToClear()));
    }

    private String programme(khabuan.registry.project.Frame frame, Words words) {
        return programmes.find(frame.programme()).map(p -> p.title(words)).orElse(frame.programme());
    }

    String office(String code) {
        return places.find(Level.REGION, code).map(Place::title).orElse(code);
    }

    OnePage page(long id, Typed typed, Faults faults, Actor actor, Frame frame) {
        var advance = advances.at(actor, id);
        var words = frame.words();
        var of = budget.at(advance.frame());
        var rule = advances.rule();
        var clearings = advances.clearings(id);
        long late = advance.late(advances.today());
        var payee = payments.payees(Advance.KIND, id).stream().reduce((a, b) -> b);
        return new OnePage(advance, office(advance.office()), programme(of, words) + " " + of.budgetYear(), project(advance.project()), person(advance.askedBy()), person(advance.approvedBy()),
                payee.map(p -> words.t("project.bank." + p.bank()) + " " + p.masked()).orElse(""), late, AdvancePages.bucket(words, rule, rule.bucket(late)), AdvancePages.css(rule.bucket(late)), next(advance, clearings), may(advance, actor), clearings,
                sum(clearings, "receipts"), sum(clearings, "cash"), ledger.movements(Programme.BOOK, List.of("1200"), id), actor.may(Right.READ_BOOKS) && actor.scopeLevel().equals("country"),
                timeline.ofRecord(Advance.KIND, id, "payment_id").stream().map(step -> step.told(field -> named(field, words))).toList(), panels.of(Advance.KIND, id, frame), typed, UUID.randomUUID().toString(), faults);
    }

    ModelAndView answer(long id, Typed typed, Faults faults, Actor actor, Frame frame, Runnable work) {
        return Sent.answer(faults, () -> typed.told(frame.words(), () -> {
            work.run();
            return "/advances/" + id;
        }), () -> new ModelAndView("project/advance", "page", page(id, typed, faults, actor, frame)));
    }

    private static Baht sum(List<Advance.Clearing> clearings, String kind) {
        return clearings.stream().filter(c -> c.kind().equals(kind)).map(Advance.Clearing::amount).reduce(Baht.ZERO, Baht::plus);
    }

    private String next(Advance advance, List<Advance.Clearing> clearings) {
        return advance.state() == Advance.State.LENT ? advances.unusedPapers(advance.id(), clearings) ? "clear" : "bring" : advance.state().word();
    }

    private List<String> may(Advance advance, Actor actor) {
        var may = new ArrayList<String>();
        boolean own = Instalments.same(actor, advance.askedBy());
        if (!actor.may(Right.PAY) || own) return may;
        switch (advance.state()) {
            case ASKED -> may.add("answer");
            case LENT -> may.add("clear");
            case APPROVED -> may.add("withdraw");
            case FAILED -> may.addAll(List.of("again", "withdraw"));
            default -> { }
        }
        return may;
    }

    private String project(Long id) {
        return id == null ? "" : jdbc.sql("select code || ' ' || title from project where id = ?").param(id).query(String.class).single();
    }

    private String person(Long account) {
        return account == null ? "" : jdbc.sql("select full_name from account where id = ?").param(account).query(String.class).single();
    }

    private Timeline.Field named(Timeline.Field field, Words words) {
        return switch (field.name()) {
            case "asked_by", "approved_by" -> told(field, account -> person(Long.valueOf(account)));
            case "project_id" -> told(field, id -> project(Long.valueOf(id)));
            case "office" -> told(field, this::office);
            case "amount" -> told(field, satang -> new Baht(Long.parseLong(satang)).toString());
            case "frame_id" -> told(field, id -> programme(budget.at(Long.parseLong(id)), words));
            default -> field;
        };
    }

    private static Timeline.Field told(Timeline.Field field, UnaryOperator<String> naming) {
        return new Timeline.Field(field.name(), field.before() == null ? null : naming.apply(field.before()), field.after() == null ? null : naming.apply(field.after()));
    }
}
