package khabuan.insight.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusal;
import khabuan.base.evidence.Vault;
import khabuan.base.page.Faults;
import khabuan.base.record.Changes;
import khabuan.base.text.Words;
import khabuan.insight.indicator.Results.Entry;
import khabuan.insight.indicator.Results.Result;
import org.springframework.stereotype.Component;

/** Many results of a place and quarter at once: each is judged as the form of the one judges it; all are saved in one change, or none. */
@Component
class ResultBatch {

    private final Changes changes;
    private final Results results;
    private final Stories stories;

    ResultBatch(Changes changes, Results results, Stories stories) {
        this.changes = changes;
        this.results = results;
        this.stories = stories;
    }

    /** What was typed of an indicator. @param entry null when its figure stays
     *  @param story null when its note stays */
    record Typed(Indicator indicator, Entry entry, Story story) {}

    /** What the form of a place and quarter has typed: the rows that differ from what they showed. */
    static List<Typed> read(List<Indicator> indicators, int quarter, String place, Map<Long, List<Story>> told, Map<String, String> form, Faults faults) {
        var typed = new ArrayList<Typed>();
        for (var indicator : indicators) {
            String amount = text(form, "amount", indicator), whole = text(form, "whole", indicator), note = text(form, "note", indicator);
            boolean nothing = form.containsKey("nothing-" + indicator.code());
            var story = told.getOrDefault(indicator.id(), List.of()).stream().filter(s -> s.quarter() == quarter && s.place().equals(place)).findFirst().orElse(new Story(quarter, place, "", "", "", "", "", ""));
            boolean figured = form.containsKey("amount-" + indicator.code()) && !shown(amount, whole, nothing).equals(text(form, "was", indicator));
            boolean noted = form.containsKey("note-" + indicator.code()) && !note.equals(story.done().strip());
            var entry = figured ? entry(indicator, quarter, place, nothing, amount, whole, faults) : null;
            if (figured || noted) typed.add(new Typed(indicator, entry, noted ? story.withDone(note) : null));
        }
        return typed;
    }

    private static Entry entry(Indicator indicator, int quarter, String place, boolean nothing, String amount, String whole, Faults faults) {
        return nothing ? new Entry(quarter, place, true, null, null)
                : new Entry(quarter, place, false, Amounts.read(faults, "amount-" + indicator.code(), amount), Amounts.read(faults, "whole-" + indicator.code(), whole));
    }

    /** How a row stands in one word, by which it is seen whether it was changed. */
    static String shown(String amount, String whole, boolean nothing) {
        return nothing ? "nothing" : amount + "/" + whole;
    }

    private static String text(Map<String, String> form, String field, Indicator indicator) {
        return form.getOrDefault(field + "-" + indicator.code(), "").strip();
    }

    /** Saves what was typed. @param faults what is wrong already, and what the rules refuse at each row: then nothing is saved
     *  @param file keeps the evidence of all of them, within the change; null for none */
    void record(List<Typed> typed, Supplier<Vault.Kept> file, Actor actor, Faults faults, Words words) {
        if (typed.isEmpty()) faults.add("", IndicatorRefusal.NOTHING_TYPED.key());
        for (var row : typed) {
            if (row.entry() != null) judge(faults, row.indicator(), words, field -> field.split("-")[0] + "-" + row.indicator().code(), () -> results.demand(row.indicator(), row.entry(), actor));
            if (row.story() != null) judge(faults, row.indicator(), words, field -> "note-" + row.indicator().code(), () -> stories.demand(row.indicator(), row.story(), actor));
        }
        if (!faults.isEmpty()) return;
        changes.make(actor.author(), "indicator.record", "", () -> {
            var kept = file == null ? null : file.get();
            for (var row : typed) {
                if (row.entry() != null) results.keep(row.indicator(), row.entry(), kept == null ? null : () -> kept, actor);
                if (row.story() != null) stories.keep(row.indicator(), row.story(), actor);
            }
        });
    }

    /** Certifies several. @param versions of the results, by the indicators that were chosen */
    void certify(Map<Indicator, Integer> versions, int quarter, String place, Actor actor, Faults faults, Words words) {
        if (versions.isEmpty()) faults.add("", IndicatorRefusal.NONE_CHOSEN.key());
        var judged = new ArrayList<Map.Entry<Indicator, Result>>();
        versions.forEach((indicator, version) -> judge(faults, indicator, words, field -> "certify-" + indicator.code(),
                () -> judged.add(Map.entry(indicator, results.demandCertifiable(indicator, quarter, place, version, actor)))));
        if (faults.isEmpty()) changes.make(actor.author(), "indicator.certify", "", () -> judged.forEach(j -> results.certify(j.getKey(), j.getValue(), actor)));
    }

    /** Puts what the rules refuse at its row, with the name of the row; what concerns the whole quarter is told once. */
    private static void judge(Faults faults, Indicator indicator, Words words, UnaryOperator<String> ofRow, Runnable judgement) {
        try {
            judgement.run();
        } catch (Refusal.Thrown refused) {
            Stream.concat(Stream.of(refused), refused.others().stream()).forEach(r -> {
                boolean ofAll = r.refusal() == IndicatorRefusal.CLOSED || r.refusal() == IndicatorRefusal.NOT_BEGUN;
                String field = ofAll ? "" : ofRow.apply(r.field());
                String told = words.t(r.refusal().key(), r.values());
                if (!faults.has(field)) faults.add(field, ofAll ? "indicator.fault" : "indicator.row-fault", told, indicator.heading());
            });
        }
    }
}
