package khabuan.insight.profile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.gap.Gap;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.print.Block;
import khabuan.base.print.Document;
import khabuan.base.print.Run;
import khabuan.base.print.TableBlock;
import khabuan.base.print.TableBlock.Align;
import khabuan.base.print.TableBlock.Cell;
import khabuan.base.print.TableBlock.Column;
import khabuan.base.print.TableBlock.Head;
import khabuan.base.print.TableBlock.Row;
import khabuan.base.profile.ProfilePart;
import khabuan.base.record.Installation;
import khabuan.base.text.Digits;
import khabuan.base.text.Words;
import khabuan.insight.measure.FigureRequest;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import org.springframework.stereotype.Component;

/** Composes the profile of a unit: its figures, what each room tells of it, and what is still missing. */
@Component
class Profiles {

    private static final List<String> FIGURES = List.of("council.registered", "council.members", "organisation.registered", "organisation.certified");
    private final List<ProfilePart> parts;
    private final List<Gap> gaps;
    private final Measures measures;
    private final Places places;
    private final Installation installation;
    private final Clock clock;

    Profiles(List<ProfilePart> parts, List<Gap> gaps, Measures measures, Places places, Installation installation, Clock clock) {
        this.parts = parts.stream().sorted(Comparator.comparing(ProfilePart::order)).toList();
        this.gaps = gaps.stream().sorted(Comparator.comparing(Gap::gravity).thenComparing(Gap::measure)).toList();
        this.measures = measures;
        this.places = places;
        this.installation = installation;
        this.clock = clock;
    }

    Document of(Place unit, Words words, Digits digits) {
        var day = ThaiDate.today(clock);
        var title = words.t("profile.title", unit.title());
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(1, "", title, "profile"));
        blocks.add(new Block.Paragraph(List.of(Run.plain(places.tree().path(unit).reversed().stream().skip(1).filter(p -> p.level() != Level.COUNTRY).map(Place::title).collect(Collectors.joining(" · ")))), Block.Manner.FLUSH));
        blocks.add(new Block.Paragraph(List.of(Run.plain(words.t("profile.as-of", words.longDay(day)))), Block.Manner.NOTE));
        blocks.add(figures(unit, day, words));
        parts.forEach(part -> blocks.addAll(part.of(unit, day, words)));
        blocks.addAll(missing(unit, day, words));
        return new Document(title, List.of(), installation.isDemonstration() ? words.t("shell.simulated") : "", digits, false, blocks);
    }

    private TableBlock figures(Place unit, LocalDate day, Words words) {
        var window = List.of(new Window(FiscalYear.of(day).start(), day, null));
        var district = places.tree().path(unit).reversed().get(1);
        var answers = measures.ask(FIGURES.stream().flatMap(c -> List.of(unit, district).stream().map(p -> new Question(c, p.level(), p, false, window))).toList());
        var rows = new ArrayList<Row>();
        for (int i = 0; i < FIGURES.size(); i++)
            rows.add(Row.of(Cell.text(words.t("measure." + FIGURES.get(i) + ".name")), figure(FIGURES.get(i), unit, day, answers.get(2 * i).total(0), words), figure(FIGURES.get(i), district, day, answers.get(2 * i + 1).total(0), words)));
        return new TableBlock("", List.of(new Column(5, Align.LEFT), new Column(2, Align.RIGHT), new Column(2, Align.RIGHT)),
                List.of(List.of(Head.of(words.t("figures.name")), Head.of(unit.title()), Head.of(words.t("level.district") + " " + district.title()))), rows, List.of());
    }

    private static Cell figure(String code, Place place, LocalDate day, long value, Words words) {
        return Cell.of(value, Run.figure(words.number(value), new FigureRequest(code, place, Level.UNIT, "", FiscalYear.of(day).start(), day, null).path("")));
    }

    private List<Block> missing(Place unit, LocalDate day, Words words) {
        var window = List.of(new Window(FiscalYear.of(day).start(), day, null));
        var answers = measures.ask(gaps.stream().map(g -> new Question(g.measure(), Level.UNIT, unit, false, window)).toList());
        var rows = new ArrayList<Row>();
        for (int i = 0; i < gaps.size(); i++) {
            long open = answers.get(i).total(0);
            if (open > 0) rows.add(Row.of(Cell.text(words.t("measure." + gaps.get(i).measure() + ".name")), figure(gaps.get(i).measure(), unit, day, open, words), Cell.text(words.t("gap." + gaps.get(i).measure()))));
        }
        var heading = new Block.Heading(2, "", words.t("profile.missing"), "missing");
        if (rows.isEmpty()) return List.of(heading, Block.Paragraph.of(Run.plain(words.t("profile.complete"))));
        return List.of(heading, new TableBlock("", List.of(new Column(4, Align.LEFT), new Column(1, Align.RIGHT), new Column(6, Align.LEFT)),
                List.of(List.of(Head.of(words.t("work.gap")), Head.of(words.t("profile.count")), Head.of(words.t("profile.how")))), rows, List.of()));
    }
}
