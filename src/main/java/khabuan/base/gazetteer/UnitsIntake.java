package khabuan.base.gazetteer;

import java.util.List;
import java.util.Optional;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.intake.Check;
import khabuan.base.intake.Column;
import khabuan.base.intake.Column.Type;
import khabuan.base.intake.RowIntake;
import khabuan.base.record.Installation;
import org.springframework.stereotype.Component;

/** Official lists of local units: a row speaks of the unit of its code. A unit that the list calls otherwise gets a new form from the day that the row or --from tells, and its old title
 *  remains a spelling of it; without a day a name is corrected, and a type asked about, because figures are counted by type. What the list leaves out stays as it is. */
@Component
class UnitsIntake implements RowIntake {

    private final Installation installation;

    UnitsIntake(Installation installation) {
        this.installation = installation;
    }

    @Override
    public String word() {
        return "units";
    }

    @Override
    public String room() {
        return "place";
    }

    @Override
    public Right needs() {
        return Right.CENTRE;
    }

    @Override
    public boolean isOpenTo(Actor actor) {
        return RowIntake.super.isOpenTo(actor) && actor.scopeLevel().equals("country");
    }

    @Override
    public boolean readsTold() {
        return true;
    }

    /** The units of a demonstration are simulated ones, so many in each region as the report prints: real ones among them would be neither. */
    @Override
    public Optional<String> closed() {
        return installation.isDemonstration() ? Optional.of("gazetteer.demonstration") : Optional.empty();
    }

    @Override
    public String table() {
        return "unit";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("code", Type.TEXT, "400101"),
                Column.optional("dla_code", Type.TEXT, "6400102"),
                Column.choice("type", true, "อบต.", "อบต.", "ทต.", "ทม.", "ทน.", "เมืองพัทยา", "เขต"),
                Column.required("name_th", Type.TEXT, "บ้านนา"),
                Column.optional("name_en", Type.TEXT, "Ban Na"),
                Column.optional("province_code", Type.TEXT, "40"),
                Column.required("district_code", Type.TEXT, "4001"),
                Column.optional("tambons_covered", Type.TEXT, "400101:c 400102:p"),
                Column.optional("lat", Type.DECIMAL, "16.4322"),
                Column.optional("lon", Type.DECIMAL, "102.8236"),
                Column.optional("valid_from", Type.DATE, "1 ส.ค. 2562"),
                Column.optional("ended_on", Type.DATE, "30 ก.ย. 2562"),
                Column.optional("successor_code", Type.TEXT, "400102"));
    }

    @Override
    public String reading() {
        return UnitRows.READING;
    }

    @Override
    public List<Written> writing() {
        return List.of(
                Written.of("code", "null"),
                Written.of("dla_code", "''"),
                new Written("district_code", "s.seat", "null"),
                new Written("founded_on", "case when s.record_id is null then s.since end", "'1900-01-01'"),
                Written.of("ended_on", "null"),
                Written.of("successor_code", "null"),
                new Written("lat", "s.north", "null"),
                new Written("lon", "s.east", "null"));
    }

    @Override
    public List<List<String>> once() {
        return List.of(List.of("code"));
    }

    @Override
    public List<Check> checks() {
        return List.of(
                check("code", "code", "s.code !~ '^[0-9A-Za-z]{2,12}$'", "s.code"),
                check("district_code", "district", "s.district_code is not null and s.seat is null", "s.district_code"),
                check("province_code", "province", "s.seat is not null and s.province_code is not null and s.within is distinct from left(s.seat, 2)", "s.province_code"),
                check("tambons_covered", "tambons", "s.tambons_covered !~ '^[\\s,;]*(\\d{6}(:[pc])?[\\s,;]*)+$'", "s.tambons_covered"),
                check("type", "since", "s.step = 'since'", "s.was_title"),
                check("valid_from", "too-early", "s.step = 'too-early'", "s.was_from"),
                check("valid_from", "future", "s.since > :today", "s.since"),
                check("ended_on", "ended", "s.ended_on <= greatest(s.was_from, s.since)", "greatest(s.was_from, s.since)"),
                check("successor_code", "successor", "s.successor_code is not null and not exists (select from unit o where o.code = s.successor_code) "
                        + "and not exists (select from intake_file o where o.code = s.successor_code)", "s.successor_code"));
    }

    private static Check check(String column, String word, String condition, String value) {
        return new Check(column, "gazetteer.fault." + word, condition, value, false);
    }

    @Override
    public String alsoDiffers() {
        return "(s.step in ('next', 'correct') or s.covers is distinct from s.covered and s.covers is not null)";
    }

    @Override
    public List<String> notes() {
        return UnitNotes.ALL;
    }

    @Override
    public List<String> after() {
        return UnitRows.AFTER;
    }
}
