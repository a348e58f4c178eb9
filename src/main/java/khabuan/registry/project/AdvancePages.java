package khabuan.registry.project;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.money.Baht;
import khabuan.base.money.Ledger;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Pager;
import khabuan.base.record.Timeline;
import khabuan.base.text.Words;
import khabuan.registry.project.Advance.Bucket;

/** What the pages of advances show. */
public final class AdvancePages {

    private AdvancePages() {}

    /** A row of the list. @param office its short name @param late how many days over its day */
    public record Line(long id, String code, String borrower, String purpose, String office, Baht amount, Baht owed, LocalDate dueOn, String state, long late, Bucket bucket, LocalDate askedOn, LocalDate clearedOn) {

        public String path() {
            return "/advances/" + id;
        }
    }

    /** What is out in an office. @param cells one for each bucket, in their order */
    public record Ageing(String code, String office, List<Cell> cells) {

        /** @param count of advances @param owed together */
        public record Cell(Bucket bucket, long count, Baht owed) {}

        static Ageing of(String code, String office, List<Line> out) {
            var cells = new ArrayList<Cell>();
            for (var bucket : Bucket.values()) {
                var in = out.stream().filter(l -> l.bucket() == bucket).toList();
                cells.add(new Cell(bucket, in.size(), in.stream().map(Line::owed).reduce(Baht.ZERO, Baht::plus)));
            }
            return new Ageing(code, office, cells);
        }

        public long count() {
            return cells.stream().mapToLong(Cell::count).sum();
        }

        public Baht owed() {
            return cells.stream().map(Cell::owed).reduce(Baht.ZERO, Baht::plus);
        }

        Ageing plus(Ageing other) {
            var sum = new ArrayList<Cell>();
            for (int i = 0; i < cells.size(); i++) sum.add(new Cell(cells.get(i).bucket(), cells.get(i).count() + other.cells.get(i).count(), cells.get(i).owed().plus(other.cells.get(i).owed())));
            return new Ageing("", "", sum);
        }
    }

    /** Whether a person finds the way to the list: officers of an office, and who works for the country. */
    public static boolean shownTo(Actor actor) {
        return List.of("country", "region").contains(actor.scopeLevel());
    }

    /** The name of a bucket: "1–30 days". */
    public static String bucket(Words words, Advance.Rule rule, Bucket bucket) {
        return words.t("advance.bucket." + (bucket == Bucket.IN_TIME ? "in-time" : bucket == Bucket.LAST ? "last" : "between"), Arrays.stream(rule.days(bucket)).map(d -> words.number(((Integer) d).longValue())).toArray());
    }

    /** The class of a bucket's tag. */
    public static String css(Bucket bucket) {
        return bucket == Bucket.IN_TIME ? "" : bucket == Bucket.FIRST ? "warn" : "bad";
    }

    /** The class of a state's tag. */
    public static String stateCss(String state) {
        return switch (state) {
            case "cleared" -> "good";
            case "failed" -> "bad";
            case "lent", "asked", "approved" -> "info";
            default -> "";
        };
    }

    /** @param offices to choose from; none for who sees one office */
    public record ListPage(AdvanceFilter filter, Advance.Rule rule, List<Line> lines, Pager pager, List<Ageing> ageing, List<Choice> offices, boolean mayAsk) {

        public Ageing sum() {
            return ageing.stream().reduce(Ageing::plus).orElse(null);
        }

        public List<String> states() {
            return AdvanceFilter.STATES;
        }
    }

    /** @param rules newest first @param year the fiscal year of today @param firstFree the first one for which a rule may be set */
    public record RulePage(List<Advance.Rule> rules, int year, int firstFree, boolean maySet, Typed typed, List<Timeline.Step> timeline, Faults faults) {

        /** Whether it holds today. */
        public boolean holds(Advance.Rule rule) {
            return rules.stream().filter(r -> r.fromFiscalYear() <= year).findFirst().filter(rule::equals).isPresent();
        }
    }

    public record FormPage(List<Choice> frames, List<String> banks, Typed typed, String key, Faults faults) {

        /** What stands in a field: what was typed, or else what is likely. */
        public String shown(String field, String otherwise) {
            return typed.fields().getOrDefault(field, otherwise);
        }
    }

    /** An advance. @param frame the frame's name @param project its code and title; "" for none @param askedBy @param approvedBy names; "" for none
     *  @param account the borrower's bank account, the number masked @param next what is to be done, as a key @param may the words of the forms that the person finds
     *  @param receipts @param back what was cleared by receipts, and given back */
    public record OnePage(Advance advance, String office, String frame, String project, String askedBy, String approvedBy, String account, long late, String bucket, String css, String next, List<String> may, List<Advance.Clearing> clearings, Baht receipts, Baht back,
                          List<Ledger.Movement> movements, boolean readsBooks, List<Timeline.Step> timeline, List<Content> panels, Typed typed, String key, Faults faults) {

        public boolean may(String form) {
            return may.contains(form);
        }
    }
}
