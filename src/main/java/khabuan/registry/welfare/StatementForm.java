package khabuan.registry.welfare;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.Baht;
import khabuan.base.page.Faults;
import khabuan.registry.welfare.Figures.Benefit;
import khabuan.registry.welfare.Figures.Given;
import khabuan.registry.welfare.Figures.MemberClass;
import khabuan.registry.welfare.Figures.Source;

/** The form of a statement, as it was typed.
 *  @param opened the version that stood when it was opened; 0 for none
 *  @param typed by field: "members", a class of members, "villages", "committee", a source's column, a benefit's word with "-recipients" or "-amount", "asOf", "reason" */
public record StatementForm(int opened, Map<String, String> typed) {

    public StatementForm {
        typed = Map.copyOf(typed);
    }

    static StatementForm of(Map<String, String> sent) {
        String opened = sent.getOrDefault("opened", "0");
        return new StatementForm(opened.matches("\\d{1,6}") ? Integer.parseInt(opened) : 0, sent);
    }

    /** A form that begins with figures that are known. @param asOf "" to be asked */
    static StatementForm of(int opened, Figures figures, String asOf, String reason) {
        var typed = new HashMap<String, String>();
        typed.put("asOf", asOf);
        typed.put("reason", reason);
        if (figures != null) {
            typed.put("members", String.valueOf(figures.members()));
            figures.classes().forEach((k, v) -> typed.put(k.word(), String.valueOf(v)));
            typed.put("villages", String.valueOf(figures.villages()));
            typed.put("committee", Objects.toString(figures.committee(), ""));
            figures.money().forEach((k, v) -> typed.put(k.column(), v.toString()));
            figures.benefits().forEach((k, v) -> {
                typed.put(k.word() + "-recipients", v.recipients() == 0 ? "" : String.valueOf(v.recipients()));
                typed.put(k.word() + "-amount", v.amount().isZero() ? "" : v.amount().toString());
            });
        }
        return new StatementForm(opened, typed);
    }

    /** What was typed in a field; "" for nothing. */
    public String of(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** What is stated, as far as it can be read; what can't be is added to the faults. */
    Statement.Wish read(FiscalQuarter quarter, Faults faults) {
        LocalDate asOf = faults.day("asOf", of("asOf"), WelfareRefusal.DAY_MISSING.key());
        if (of("members").isEmpty()) faults.add(WelfareRefusal.MEMBERS_MISSING.at("members"));
        var classes = new EnumMap<MemberClass, Integer>(MemberClass.class);
        for (var c : MemberClass.values()) classes.put(c, count(c.word(), faults));
        var money = new EnumMap<Source, Baht>(Source.class);
        for (var s : Source.values()) money.put(s, baht(s.column(), faults));
        var benefits = new EnumMap<Benefit, Given>(Benefit.class);
        for (var b : Benefit.values()) benefits.put(b, given(b.word(), faults));
        Integer committee = of("committee").isEmpty() ? null : Integer.valueOf(count("committee", faults));
        return new Statement.Wish(quarter, asOf, new Figures(count("members", faults), classes, count("villages", faults), committee, money, benefits), of("reason"));
    }

    private Given given(String kind, Faults faults) {
        var given = new Given(count(kind + "-recipients", faults), baht(kind + "-amount", faults));
        if ((given.recipients() == 0) != given.amount().isZero() && !faults.has(kind + "-amount")) faults.add(WelfareRefusal.BENEFIT_HALF.at(kind + "-recipients"));
        return given;
    }

    private int count(String field, Faults faults) {
        return Objects.requireNonNullElse(faults.whole(field, of(field), WelfareRefusal.COUNT_UNREADABLE.key()), 0);
    }

    private Baht baht(String field, Faults faults) {
        return of(field).isEmpty() ? Baht.ZERO : FundPages.baht(field, of(field), faults);
    }

    /** A day as the form writes it. */
    static String day(LocalDate day) {
        return ThaiDate.brief(day);
    }
}
