package khabuan.registry.organisation;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.place.Place;
import khabuan.base.print.Block;
import khabuan.base.print.Run;
import khabuan.base.print.TableBlock;
import khabuan.base.print.TableBlock.Align;
import khabuan.base.print.TableBlock.Cell;
import khabuan.base.print.TableBlock.Column;
import khabuan.base.print.TableBlock.Head;
import khabuan.base.print.TableBlock.Row;
import khabuan.base.profile.ProfilePart;
import khabuan.base.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organisations of a unit in the unit's profile. */
@Component
class OrganisationProfile implements ProfilePart {

    private final JdbcClient jdbc;

    OrganisationProfile(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Block> of(Place unit, LocalDate day, Words words) {
        var heading = new Block.Heading(2, "", words.t("organisation.profile"), "organisations");
        var rows = jdbc.sql("""
                select o.name, o.kind, o.registered_on, exists (select from organisation_certification k where k.organisation_id = o.id and k.fiscal_year = :year)
                from organisation o where o.unit_code = :unit and o.merged_into is null and o.registered_on <= :day and (o.ended_on is null or o.ended_on > :day)
                order by o.name collate "th-TH-x-icu" """)
                .param("unit", unit.code()).param("day", day).param("year", FiscalYear.of(day).year())
                .query((r, n) -> Row.of(Cell.of(n + 1, Run.plain(words.number(n + 1))), Cell.text(r.getString(2).equals("network") ? r.getString(1) + " (" + words.t("organisation.kind.network") + ")" : r.getString(1)),
                        Cell.text(words.day(r.getObject(3, LocalDate.class))), Cell.text(r.getBoolean(4) ? words.t("organisation.certified") : "–"))).list();
        if (rows.isEmpty()) return List.of(heading, Block.Paragraph.of(Run.plain(words.t("organisation.profile.none"))));
        var columns = List.of(new Column(1, Align.RIGHT), new Column(9, Align.LEFT), new Column(3, Align.LEFT), new Column(3, Align.LEFT));
        var head = List.of(List.of(Head.of(words.t("organisation.profile.number")), Head.of(words.t("field.organisation.name")),
                Head.of(words.t("field.organisation.registered_on")), Head.of(words.t("organisation.certification", String.valueOf(FiscalYear.of(day).year())))));
        return List.of(heading, new TableBlock("", columns, head, rows, List.of()));
    }
}
