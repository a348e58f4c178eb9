package khabuan.insight.report;

import static khabuan.insight.report.Chapter.day;
import static khabuan.insight.report.Chapter.shortName;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.Baht;
import khabuan.base.place.Place;
import khabuan.base.print.Block;
import khabuan.base.print.ChartBlock;
import khabuan.base.print.Run;
import khabuan.base.print.TableBlock;
import khabuan.base.print.TableBlock.Align;
import khabuan.base.print.TableBlock.Cell;
import khabuan.base.print.TableBlock.Column;
import khabuan.base.print.TableBlock.Head;
import khabuan.base.print.TableBlock.Row;
import khabuan.base.text.Percentage;
import khabuan.insight.measure.Cause;
import khabuan.insight.measure.Difference;
import khabuan.insight.measure.Window;

/** Chapter 2, on the welfare funds: how they stand, what changed since the quarter before and why, the matching subsidies. The quarter before is told as it was known at its end. */
final class WelfareChapter {

    static final String FUNDS = "funds", MEMBERS = "fund-members", CLASSES = "fund-classes", VILLAGES = "fund-villages", MONEY = "fund-money", SOURCES = "fund-sources";
    private static final String RECIPIENTS = "fund-recipients", BY_KIND = "fund-recipients-kinds", PAID = "fund-paid", PAID_BY_KIND = "fund-paid-kinds", UPDATED = "fund-updated", STALE = "fund-stale", UNKNOWN = "fund-committee",
            INDICATOR = "fund-indicator", FIVE = "fund-five", COMPLETE = "fund-complete", UNFILED = "fund-unfiled";
    /** By which the agreement names its target. */
    static final String COMPLETE_MEASURE = "welfare.complete";
    private static final int BEFORE = 0, NOW = 1;
    private static final int MOST_NAMED = 12, MILLIONS = 8;
    private static final List<String> SOURCE_WORDS = List.of("members", "local", "codi", "state", "other", "donations");
    private static final List<String> CLASS_WORDS = List.of("working", "young", "elderly", "disadvantaged", "other");
    private static final List<String> INDICATORS = IntStream.rangeClosed(1, 10).mapToObj(i -> "1." + i).toList();
    private final Chapter chapter;
    private final Wording wording;
    private final List<Block> subsidies;
    private final Difference difference;

    /** @param subsidies their table; empty for none */
    WelfareChapter(Chapter chapter, List<Block> subsidies, Difference difference) {
        this.chapter = chapter;
        this.wording = chapter.wording;
        this.subsidies = subsidies;
        this.difference = difference;
    }

    static void ask(Sheet sheet, ReportMoment moment) {
        var both = List.of(before(moment), moment.now());
        var now = List.of(moment.now());
        sheet.by(FUNDS, "welfare.registered", false, both).by(MEMBERS, "welfare.members", false, both).by(CLASSES, "welfare.members", true, both).by(VILLAGES, "welfare.villages", false, both)
                .by(MONEY, "welfare.money", false, both).by(SOURCES, "welfare.money", true, both).by(RECIPIENTS, "welfare.beneficiaries", false, both).by(BY_KIND, "welfare.beneficiaries", true, now)
                .by(PAID, "welfare.paid", false, both).by(PAID_BY_KIND, "welfare.paid", true, now).by(UPDATED, "welfare.updated", false, now).by(STALE, "welfare.stale", false, now).by(UNKNOWN, "welfare.committee-unknown", false, now)
                .by(INDICATOR, "welfare.indicator", true, both).by(FIVE, "welfare.five", false, both).by(COMPLETE, "welfare.complete", false, now).by(UNFILED, "welfare.one-page-missing", false, now);
    }

    private static Window before(ReportMoment moment) {
        var quarter = moment.quarter().previous();
        return new Window(quarter.year().start(), quarter.end(), ThaiDate.endOf(quarter.end()));
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(wording.heading(2, "w1"));
        if (figure(FUNDS, BEFORE).value() == 0 && figure(FUNDS, NOW).value() == 0) {
            blocks.add(wording.paragraph("w1.none", day(chapter.moment.asOf())));
            return blocks;
        }
        blocks.add(wording.heading(3, "w1.1"));
        standing(blocks);
        chapter.text("w1.1").forEach(blocks::add);
        blocks.add(wording.heading(3, "w1.2"));
        changes(blocks);
        upkeep(blocks);
        chapter.text("w1.2").forEach(blocks::add);
        if (!subsidies.isEmpty()) {
            blocks.add(new Block.Section(true, Stream.concat(Stream.of(wording.heading(3, "w1.3"), wording.paragraph("w1.3.intro", chapter.year())), subsidies.stream()).toList()));
        }
        chapter.text("w1.3").forEach(blocks::add);
        blocks.add(wording.heading(2, "w2", chapter.quarter(), chapter.moment.quarter().longMonths()));
        blocks.add(established());
        chapter.text("w2").forEach(blocks::add);
        blocks.add(new Block.Section(true, List.of(wording.heading(2, "w3", day(chapter.of("t322").moment.asOf())), byRegion(chapter.of("t322")))));
        chapter.text("w3").forEach(blocks::add);
        quality(blocks);
        chapter.text("w4").forEach(blocks::add);
        return blocks;
    }

    /** The charts, which close the chapter. */
    List<Block> charts() {
        return List.of(new Block.PageBreak(), chart("g1", FUNDS, 0), chart("g2", MEMBERS, 0), new Block.PageBreak(), chart("g3", MONEY, MILLIONS), shares());
    }

    private Sheet.Figure figure(String name, int window) {
        return chapter.sheet.at(name, Place.COUNTRY, window);
    }

    private Sheet.Figure figure(String name, String clazz, int window) {
        return chapter.sheet.at(name, Place.COUNTRY, clazz, window);
    }

    private void standing(List<Block> blocks) {
        var all = figure(MONEY, NOW);
        var values = new ArrayList<Object>(List.of(day(chapter.moment.asOf()), figure(FUNDS, NOW).run(), figure(MEMBERS, NOW).run(), all.baht()));
        for (var source : SOURCE_WORDS.subList(0, 4)) {
            var part = figure(SOURCES, source, NOW);
            values.add(part.baht());
            values.add(Percentage.of(part.value(), all.value()).text());
        }
        long rest = figure(SOURCES, "other", NOW).value() + figure(SOURCES, "donations", NOW).value();
        values.add(new Baht(rest).toString());
        values.add(Percentage.of(rest, all.value()).text());
        blocks.add(wording.paragraph("w1.1.standing", values.toArray()));
        blocks.add(wording.paragraph("w1.1.members", figure(CLASSES, "working", NOW).run(), figure(CLASSES, "young", NOW).run(), figure(CLASSES, "elderly", NOW).run(), figure(CLASSES, "disadvantaged", NOW).run(), figure(CLASSES, "other", NOW).run(),
                figure(CLASSES, "unspecified", NOW).run(), Percentage.of(figure(CLASSES, "unspecified", NOW).value(), figure(MEMBERS, NOW).value()).text()));
        var recipients = figure(RECIPIENTS, NOW);
        var paid = figure(PAID, NOW);
        var given = new ArrayList<Object>(List.of(recipients.run(), paid.baht()));
        for (var kind : List.of("sickness", "death")) {
            var persons = figure(BY_KIND, kind, 0);
            var money = figure(PAID_BY_KIND, kind, 0);
            given.addAll(List.of(persons.run(), Percentage.of(persons.value(), recipients.value()).text(), money.baht(), Percentage.of(money.value(), paid.value()).text()));
        }
        blocks.add(wording.paragraph("w1.1.given", given.toArray()));
    }

    private void changes(List<Block> blocks) {
        blocks.add(wording.paragraph("w1.2.country", chapter.moment.quarter().previous().number(), chapter.quarter(), change(FUNDS, Place.COUNTRY, "unit.funds", false), change(MEMBERS, Place.COUNTRY, "unit.members", false),
                change(MONEY, Place.COUNTRY, "unit.baht", true)));
        for (var region : chapter.regions) {
            blocks.add(wording.paragraph("w1.2.region", shortName(region), change(FUNDS, region, "unit.funds", false), change(MEMBERS, region, "unit.members", false), change(MONEY, region, "unit.baht", true)));
            if (chapter.sheet.at(FUNDS, region, NOW).value() != chapter.sheet.at(FUNDS, region, BEFORE).value()) causes(region).forEach(blocks::add);
        }
    }

    /** "เพิ่มขึ้น 2 กองทุน", "ลดลง …", "ไม่เปลี่ยนแปลง". */
    private String change(String name, Place place, String unit, boolean money) {
        long by = chapter.sheet.at(name, place, NOW).value() - chapter.sheet.at(name, place, BEFORE).value();
        return by == 0 ? wording.of("same") : wording.of(by > 0 ? "rose" : "fell", money ? new Baht(Math.abs(by)).toString() : Sheet.count(Math.abs(by)), wording.of(unit));
    }

    /** Which funds came and which went, by name, and what was done to them. */
    private Stream<Block> causes(Place region) {
        var moved = difference.of("welfare.registered", region, "", before(chapter.moment), chapter.moment.now(), MOST_NAMED).records();
        return Stream.of(Difference.Effect.CAME, Difference.Effect.WENT).map(effect -> {
            var some = moved.stream().filter(m -> m.effect() == effect).toList();
            return some.isEmpty() ? null : (Block) wording.paragraph(effect == Difference.Effect.CAME ? "w1.2.came" : "w1.2.went", some.size(), String.join(", ", some.stream().map(m -> m.title() + because(m.causes())).toList()));
        }).filter(Objects::nonNull);
    }

    private String because(List<Cause> causes) {
        return causes.stream().map(c -> switch (c) {
            case Cause.Day founded -> wording.of("w1.2.on-day", day(founded.day()));
            case Cause.Change change when change.act().endsWith(".merge") -> wording.of("w1.2.merged", change.reason());
            case Cause.Change entered when entered.fields().isEmpty() && entered.subject().isEmpty() -> wording.of("w1.2.entered", day(LocalDate.ofInstant(entered.at(), ThaiDate.ZONE)));
            case Cause.Change change when !change.reason().isBlank() -> " (" + change.reason() + ")";
            default -> "";
        }).findFirst().orElse("");
    }

    private void upkeep(List<Block> blocks) {
        var updated = chapter.country(UPDATED);
        var most = chapter.regions.stream().max((a, b) -> Long.compare(chapter.sheet.at(STALE, a).value(), chapter.sheet.at(STALE, b).value())).orElseThrow();
        blocks.add(wording.paragraph("w1.2.upkeep", updated.run(), chapter.country(STALE).run(), shortName(most), chapter.sheet.at(STALE, most).run(), chapter.sheet.at(UNKNOWN, most).run()));
    }

    private TableBlock established() {
        var rows = new ArrayList<Row>();
        rows.add(both(wording.of("t303.funds"), FUNDS, "", false));
        rows.add(both(wording.of("t303.members"), MEMBERS, "", false));
        for (var word : CLASS_WORDS) rows.add(both("- " + wording.of("t303.class." + word), CLASSES, word, false));
        rows.add(both("- " + wording.of("t303.class.unspecified"), CLASSES, "unspecified", false));
        rows.add(both(wording.of("t303.money"), MONEY, "", true));
        for (var word : SOURCE_WORDS.subList(0, 4)) rows.add(both("- " + wording.of("t303.source." + word), SOURCES, word, true));
        rows.add(Row.of(Stream.concat(Stream.of(Cell.text("- " + wording.of("t303.source.rest"))), IntStream.of(BEFORE, NOW).mapToObj(w -> {
            var rest = new Baht(figure(SOURCES, "other", w).value() + figure(SOURCES, "donations", w).value());
            return Cell.of(rest.amount(), Run.plain(rest.toString()));
        })).toArray(Cell[]::new)));
        rows.add(both(wording.of("t303.recipients"), RECIPIENTS, "", false));
        rows.add(both(wording.of("t303.paid"), PAID, "", true));
        var head = List.of(List.of(Head.of(wording.of("t303.item")), Head.of(wording.of("quarter", chapter.moment.quarter().previous().number())), Head.of(wording.of("quarter", chapter.quarter()))));
        return new TableBlock("", List.of(new Column(60, Align.LEFT), new Column(20, Align.RIGHT), new Column(20, Align.RIGHT)), head, rows,
                List.of(chapter.asOf(), wording.of("t303.before", day(chapter.moment.quarter().previous().end())), wording.of("source.funds")));
    }

    private Row both(String item, String name, String clazz, boolean money) {
        var cells = IntStream.of(BEFORE, NOW).mapToObj(w -> figure(name, clazz, w)).map(f -> money ? f.bahtCell() : f.cell());
        return Row.of(Stream.concat(Stream.of(Cell.text(item)), cells).toArray(Cell[]::new));
    }

    private TableBlock byRegion(Chapter chapter) {
        var first = Stream.concat(Stream.of("t1.region", "t322.funds", "t322.people", "t322.villages").map(k -> new Head(wording.of(k), 1, 2)), Stream.of(new Head(wording.of("t322.money"), SOURCE_WORDS.size() + 1, 1))).toList();
        var second = Stream.concat(Stream.of("all"), SOURCE_WORDS.stream()).map(k -> Head.of(wording.of("t322." + k))).toList();
        return chapter.byRegion("", List.of(first, second), 20, SOURCE_WORDS.size() + 4, place -> {
            var cells = new ArrayList<>(Stream.of(FUNDS, MEMBERS, VILLAGES).map(name -> chapter.sheet.at(name, place, NOW).cell()).toList());
            cells.add(chapter.sheet.at(MONEY, place, NOW).bahtCell());
            SOURCE_WORDS.forEach(s -> cells.add(chapter.sheet.at(SOURCES, place, s, NOW).bahtCell()));
            return cells;
        }, List.of(chapter.asOf(), wording.of("source.funds"))).inSmallType();
    }

    /** The ten indicators in both quarters; then, region by region beside the targets, the funds that meet the five and have their one-page file. */
    private void quality(List<Block> blocks) {
        blocks.add(wording.heading(2, "w4", chapter.year()));
        blocks.add(indicators(chapter.of("t333")));
        blocks.add(wording.paragraph("w4.remarks", figure(FIVE, NOW).run(), chapter.country(UNFILED).run()));
        var dated = chapter.of("t356");
        var target = dated.target(COMPLETE_MEASURE, Place.COUNTRY);
        blocks.add(target == null ? wording.paragraph("w4.complete", day(dated.moment.asOf()), dated.country(COMPLETE).run())
                : wording.paragraph("w4.complete-of", day(dated.moment.asOf()), dated.country(COMPLETE).run(), Sheet.count(target.longValue()), CouncilChapter.percent(dated.country(COMPLETE).value(), target)));
        blocks.add(complete(dated));
    }

    private TableBlock indicators(Chapter dated) {
        var rows = new ArrayList<Row>();
        rows.add(indicator(dated, "five", FIVE, ""));
        for (var code : INDICATORS) rows.add(indicator(dated, code, INDICATOR, code));
        var before = dated.moment.quarter().previous();
        var head = List.of(List.of(Head.of(wording.of("t333.indicator")), Head.of(wording.of("quarter", before.number())), Head.of(wording.of("quarter", dated.quarter()))));
        return new TableBlock("", List.of(new Column(64, Align.LEFT), new Column(18, Align.RIGHT), new Column(18, Align.RIGHT)), head, rows,
                List.of(dated.asOf(), wording.of("t303.before", day(before.end())), wording.of("t333.note"), wording.of("source.quality")));
    }

    private Row indicator(Chapter dated, String key, String name, String clazz) {
        var cells = IntStream.of(BEFORE, NOW).mapToObj(w -> dated.sheet.at(name, Place.COUNTRY, clazz, w).cell());
        return Row.of(Stream.concat(Stream.of(Cell.text(wording.of("t333." + key, chapter.year()))), cells).toArray(Cell[]::new));
    }

    private TableBlock complete(Chapter dated) {
        var head = List.of(Stream.of("t1.region", "t356.target", "t356.complete", "t356.percent").map(k -> Head.of(wording.of(k))).toList());
        return dated.byRegion(wording.of("t356", chapter.year()), head, 40, 3, place -> {
            var target = dated.target(COMPLETE_MEASURE, place);
            var figure = dated.sheet.at(COMPLETE, place);
            return List.of(Sheet.amount(target), figure.cell(), target == null ? Cell.text("-") : Cell.text(CouncilChapter.percent(figure.value(), target)));
        }, List.of(dated.asOf(), wording.of("source.quality")));
    }

    /** @param scale by how many places a figure is moved: {@link #MILLIONS} of satang make millions of baht */
    private Block chart(String key, String name, int scale) {
        var series = IntStream.of(BEFORE, NOW).mapToObj(w -> new ChartBlock.Series(wording.of("quarter", w == BEFORE ? chapter.moment.quarter().previous().number() : chapter.quarter()), ChartBlock.COLOURS.get(w), chapter.regions.stream().map(r -> {
            var figure = chapter.sheet.at(name, r, w);
            var value = BigDecimal.valueOf(figure.value(), scale).setScale(0, RoundingMode.HALF_UP);
            return new ChartBlock.Point(value, Sheet.count(value.longValue()), figure.link());
        }).toList())).toList();
        return new ChartBlock(wording.of(key), chapter.regions.stream().map(Chapter::shortName).toList(), series, wording.of(key + ".alt"), List.of(chapter.asOf()));
    }

    /** Each region's share of the country's funds, members and money. */
    private Block shares() {
        var names = List.of(FUNDS, MEMBERS, MONEY);
        var series = IntStream.range(0, names.size()).mapToObj(i -> new ChartBlock.Series(wording.of("g4." + names.get(i)), ChartBlock.COLOURS.get(i), chapter.regions.stream().map(r -> {
            var figure = chapter.sheet.at(names.get(i), r, NOW);
            var share = Percentage.of(figure.value(), figure(names.get(i), NOW).value());
            return new ChartBlock.Point(share.isDefined() ? share.value() : BigDecimal.ZERO, share.text(), figure.link());
        }).toList())).toList();
        return new ChartBlock(wording.of("g4"), chapter.regions.stream().map(Chapter::shortName).toList(), series, wording.of("g4.alt"), List.of(wording.of("g4.note"), chapter.asOf()));
    }
}
