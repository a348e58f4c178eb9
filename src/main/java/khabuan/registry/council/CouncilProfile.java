package khabuan.registry.council;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.place.Place;
import khabuan.base.print.Block;
import khabuan.base.print.Run;
import khabuan.base.print.TableBlock;
import khabuan.base.print.TableBlock.Align;
import khabuan.base.print.TableBlock.Cell;
import khabuan.base.print.TableBlock.Column;
import khabuan.base.print.TableBlock.Row;
import khabuan.base.profile.ProfilePart;
import khabuan.base.text.Words;
import org.springframework.stereotype.Component;

/** The council of a unit in the unit's profile. */
@Component
class CouncilProfile implements ProfilePart {

    private final Councils councils;
    private final Members members;
    private final Terms terms;
    private final Works works;
    private final CouncilRules rules;

    CouncilProfile(Councils councils, Members members, Terms terms, Works works, CouncilRules rules) {
        this.councils = councils;
        this.members = members;
        this.terms = terms;
        this.works = works;
        this.rules = rules;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Block> of(Place unit, LocalDate day, Words words) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(2, "", words.t("council.profile"), "council"));
        var council = councils.inForce(unit.code());
        if (council.isEmpty()) blocks.add(Block.Paragraph.of(Run.plain(words.t("council.profile.none"))));
        else blocks.add(facts(council.get(), FiscalYear.of(day), words));
        return blocks;
    }

    private TableBlock facts(Council council, FiscalYear year, Words words) {
        var rows = new ArrayList<Row>();
        line(rows, words.t("field.council.name"), council.name());
        line(rows, words.t("field.council.code"), council.code());
        line(rows, words.t("field.council.registered_on"), words.longDay(council.registeredOn()));
        var sitting = members.of(council.id(), false);
        long qualified = sitting.stream().filter(m -> m.memberClass().equals("qualified")).count();
        line(rows, words.t("council.profile.members"), words.t("council.profile.members-of", words.number(sitting.size()), words.number(sitting.size() - qualified), words.number(qualified)));
        terms.of(council.id()).stream().filter(t -> t.reviewedOn() == null).findFirst()
                .ifPresent(t -> line(rows, words.t("council.profile.term"), words.t("council.profile.term-due", String.valueOf(t.number()), words.longDay(t.dueOn()))));
        line(rows, words.t("council.profile.meetings", String.valueOf(year.year())), words.number(works.meetings(council.id(), year).size()));
        String done = works.missions(council.id(), year).keySet().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        line(rows, words.t("council.profile.missions", String.valueOf(year.year())), done.isEmpty() ? "–" : done);
        for (var verdict : rules.judge(council.id(), year)) line(rows, words.t("council.rule." + verdict.code()), words.t(verdict.isMet() ? "council.profile.met" : "council.profile.not-met"));
        return new TableBlock("", List.of(new Column(2, Align.LEFT), new Column(3, Align.LEFT)), List.of(), rows, List.of());
    }

    private static void line(List<Row> rows, String label, String value) {
        rows.add(Row.of(Cell.text(label), Cell.text(value)));
    }
}
