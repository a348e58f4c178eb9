package khabuan.registry.project;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import khabuan.base.money.Baht;
import khabuan.base.record.Timeline.Field;
import khabuan.base.record.Timeline.Step;
import khabuan.base.text.Words;

/** How timelines tell what the tables of projects keep: satang as baht, papers and bodies by their names. */
final class Told {

    private static final Set<String> AMOUNTS = Set.of("amount", "most_each", "most_whole");
    /** Lists of words, and where their names stand. */
    private static final Map<String, String> LISTS = Map.of("papers", "project.evidence.", "bodies", "project.body.", "shares", "", "bands", "");

    private Told() {}

    static Step in(Step step, Words words) {
        return step.toldWhole(field -> field(field, words));
    }

    static Field field(Field field, Words words) {
        if (AMOUNTS.contains(field.name())) return told(field, satang -> new Baht(Long.parseLong(satang)).toString());
        String names = LISTS.get(field.name());
        return names == null ? field : told(field, list -> Arrays.stream(list.replaceAll("[\\[\\]\"]", "").split(",")).filter(w -> !w.isEmpty()).map(w -> names.isEmpty() ? w : words.t(names + w)).collect(Collectors.joining(", ")));
    }

    static Field told(Field field, UnaryOperator<String> telling) {
        return new Field(field.name(), field.before() == null ? null : telling.apply(field.before()), field.after() == null ? null : telling.apply(field.after()));
    }
}
