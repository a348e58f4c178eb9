package khabuan.insight.report;

import static khabuan.insight.report.Chapter.day;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabuan.base.place.Place;
import khabuan.base.print.Block;
import khabuan.base.print.TableBlock;
import khabuan.base.print.TableBlock.Cell;
import khabuan.base.print.TableBlock.Head;
import khabuan.base.text.Percentage;

/** Chapter 1, section 3 and what follows it: certification, documents, terms; problems, recommendations; the capacity test. */
final class StatusChapter {

    private final Chapter chapter;
    /** The three files of the capacity test, in the order in which they are printed. */
    private static final List<String> FILES = List.of("problem-report", "letter-copy", "follow-up");
    private final Wording wording;

    StatusChapter(Chapter chapter) {
        this.chapter = chapter;
        this.wording = chapter.wording;
    }

    static void ask(Sheet sheet, ReportMoment moment) {
        var now = List.of(moment.now());
        sheet.by("organisations-new", "organisation.new", false, now).by("organisations-certified", "organisation.certified", false, moment.quarterEnds())
                .by("documented-all", "council.documented", false, moment.quarterEnds()).by("undocumented", "council.undocumented", false, now)
                .by("due", "council.term-due", false, moment.quarterEnds()).by("reviewed", "council.term-reviewed", false, moment.quarterEnds())
                .by("unreviewed", "council.term-unreviewed", false, moment.quarterEnds()).by("capacity", "council.capacity", false, now)
                .by("capacity-missions", "council.capacity-missions", false, now).by("capacity-files", "council.capacity-file", true, now)
                .by("council-letters", "council.letter-printed", false, now).by("organisation-letters", "organisation.letter-printed", false, now);
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(wording.heading(2, "3"));
        blocks.add(wording.heading(3, "3.1"));
        certification(blocks);
        chapter.text("3.1").forEach(blocks::add);
        blocks.add(wording.heading(3, "3.2"));
        documents(blocks);
        chapter.text("3.2").forEach(blocks::add);
        blocks.add(wording.heading(3, "3.3"));
        terms(blocks);
        chapter.text("3.3").forEach(blocks::add);
        blocks.add(wording.heading(2, "4"));
        problems(blocks);
        chapter.text("4").forEach(blocks::add);
        if (chapter.text("5").findAny().isPresent()) {
            blocks.add(wording.heading(2, "5"));
            chapter.text("5").forEach(blocks::add);
        }
        blocks.add(wording.heading(2, "6"));
        capacity(blocks);
        chapter.text("6").forEach(blocks::add);
        return blocks;
    }

    private void certification(List<Block> blocks) {
        blocks.add(wording.paragraph("3.1.role"));
        blocks.add(wording.paragraph("3.1.result", chapter.year(), chapter.country("organisations-new").run(), latest("organisations-certified", Place.COUNTRY).run(),
                chapter.country("organisations").run()));
        blocks.add(certified(chapter.of("t3")));
    }

    private TableBlock certified(Chapter chapter) {
        int quarters = chapter.quarter();
        var head = List.of(List.of(new Head(wording.of("t1.region"), 1, 2), new Head(wording.of("t3.all"), 1, 2), new Head(wording.of("t3.new", chapter.year()), 1, 2),
                new Head(wording.of("t3.certified", chapter.year()), quarters, 1)), quarterHeads());
        return chapter.byRegion(wording.of("t3"), head, 22, quarters + 2, place -> {
            var cells = new ArrayList<Cell>();
            cells.add(chapter.sheet.at("organisations", place).cell());
            cells.add(chapter.sheet.at("organisations-new", place).cell());
            for (int q = 0; q < quarters; q++) cells.add(chapter.sheet.at("organisations-certified", place, q).cell());
            return cells;
        }, List.of(chapter.asOf(), wording.of("source.organisations")));
    }

    private Sheet.Figure latest(String name, Place place) {
        return chapter.sheet.at(name, place, chapter.latest());
    }

    private List<Head> quarterHeads() {
        return IntStream.rangeClosed(1, chapter.quarter()).mapToObj(q -> Head.of(wording.of("quarter", q))).toList();
    }

    private void documents(List<Block> blocks) {
        var councils = chapter.country("councils");
        blocks.add(wording.paragraph("3.2.role"));
        var documented = latest("documented-all", Place.COUNTRY);
        var ofOrganisations = chapter.country("organisation-letters");
        var ofCouncils = chapter.country("council-letters");
        blocks.add(wording.paragraph("3.2.letters", ofOrganisations.run(), Percentage.of(ofOrganisations.value(), chapter.country("organisations").value()).text(), ofCouncils.run(),
                Percentage.of(ofCouncils.value(), councils.value()).text(), documented.run()));
        blocks.add(wording.paragraph("3.2.result", documented.run(), Percentage.of(documented.value(), councils.value()).text(), chapter.country("undocumented").run()));
        blocks.add(attached(chapter.of("t4")));
    }

    private TableBlock attached(Chapter chapter) {
        int quarters = chapter.quarter();
        var head = List.of(List.of(new Head(wording.of("t1.region"), 1, 2), new Head(wording.of("t4.councils"), 1, 2), new Head(wording.of("t4.progress"), quarters, 1),
                new Head(wording.of("t4.missing"), 1, 2)), quarterHeads());
        return chapter.byRegion(wording.of("t4"), head, 22, quarters + 2, place -> {
            var all = chapter.sheet.at("councils", place);
            var cells = new ArrayList<Cell>(List.of(all.cell()));
            for (int q = 0; q < quarters - 1; q++) cells.add(chapter.sheet.at("documented-all", place, q).cell());
            cells.add(Sheet.withShare(chapter.sheet.at("documented-all", place, chapter.latest()), all.value()));
            cells.add(Sheet.withShare(chapter.sheet.at("undocumented", place), all.value()));
            return cells;
        }, List.of(chapter.asOf(), wording.of("source.councils")));
    }

    private void terms(List<Block> blocks) {
        blocks.add(wording.paragraph("3.3.role"));
        var due = latest("due", Place.COUNTRY);
        var reviewed = latest("reviewed", Place.COUNTRY);
        var open = latest("unreviewed", Place.COUNTRY);
        blocks.add(wording.paragraph("3.3.result", due.run(), Percentage.of(due.value(), chapter.country("councils").value()).text(), reviewed.run(), day(chapter.moment.asOf())));
        blocks.add(terms(chapter.of("t5")));
        blocks.add(wording.paragraph("3.3.open", due.run(), reviewed.run(), open.run(), Percentage.of(open.value(), due.value()).text()));
    }

    private TableBlock terms(Chapter chapter) {
        int quarters = chapter.quarter();
        var first = new ArrayList<Head>();
        var second = new ArrayList<Head>();
        first.add(new Head(wording.of("t1.region"), 1, 2));
        for (int q = 1; q <= quarters; q++) {
            first.add(new Head(wording.of("quarter", q), 3, 1));
            Stream.of("t5.due", "t5.reviewed", "t5.unreviewed").forEach(k -> second.add(Head.of(wording.of(k))));
        }
        return chapter.byRegion(wording.of("t5", quarters), List.of(first, second), 26, quarters * 3, place -> {
            var cells = new ArrayList<Cell>();
            for (int q = 0; q < quarters; q++) {
                var due = chapter.sheet.at("due", place, q);
                boolean last = q == quarters - 1;
                cells.add(due.cell());
                for (var name : List.of("reviewed", "unreviewed")) {
                    var figure = chapter.sheet.at(name, place, q);
                    cells.add(last ? Sheet.withShare(figure, due.value()) : figure.cell());
                }
            }
            return cells;
        }, List.of(chapter.asOf(), wording.of("source.councils"), wording.of("t5.note")));
    }

    private void problems(List<Block> blocks) {
        var target = chapter.target("council.new", Place.COUNTRY);
        if (target == null) return;
        var all = chapter.country("new-year");
        blocks.add(wording.paragraph("4.new", all.run(), CouncilChapter.percent(all.value(), target),
                chapter.sheet.at("documented", Place.COUNTRY, Integer.toString(chapter.year()), 0).run()));
    }

    private void capacity(List<Block> blocks) {
        var target = chapter.target("council.capacity", Place.COUNTRY);
        var all = chapter.country("capacity");
        blocks.add(wording.paragraph("6.result", all.run(), target == null ? "-" : CouncilChapter.percent(all.value(), target), target == null ? "-" : Sheet.count(target.longValue()),
                day(chapter.moment.asOf())));
        blocks.add(capacities(chapter.of("t187")));
    }

    private TableBlock capacities(Chapter chapter) {
        var first = Stream.concat(Stream.of("t1.region", "t187.target", "t187.missions").map(k -> new Head(wording.of(k), 1, 2)), Stream.of(new Head(wording.of("t187.files"), FILES.size() + 1, 1),
                new Head(wording.of("t187.percent"), 1, 2))).toList();
        var second = Stream.concat(FILES.stream(), Stream.of("all")).map(k -> Head.of(wording.of("t187." + k))).toList();
        return chapter.byRegion(wording.of("t187", chapter.year()), List.of(first, second), 30, 7, place -> {
            var aim = chapter.target("council.capacity", place);
            var figure = chapter.sheet.at("capacity", place);
            var share = aim == null ? null : new Percentage(java.math.BigDecimal.valueOf(figure.value()), aim);
            var cells = new ArrayList<>(List.of(Sheet.amount(aim), chapter.sheet.at("capacity-missions", place).cell()));
            FILES.forEach(kind -> cells.add(chapter.sheet.at("capacity-files", place, kind, 0).cell()));
            cells.add(figure.cell());
            cells.add(share == null || !share.isDefined() ? Cell.text("-") : Cell.of(share.value(), Chapter.plain(share.text())));
            return cells;
        }, List.of(wording.of("t187.note"), chapter.asOf(), wording.of("source.councils")));
    }
}
