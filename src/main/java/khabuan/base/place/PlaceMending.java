package khabuan.base.place;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings the places of an earlier edition to the shipped one. What was imported or changed here since is left as it is: only rows that the product itself wrote last are touched. */
@Component
class PlaceMending {

    private static final String SHIPPED = "change_id in (select id from log.entry where act in ('" + ShippedPlaces.LOADED + "', '" + ShippedPlaces.MENDED + "'))";
    private final JdbcClient jdbc;

    PlaceMending(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The edition that stands in the database. */
    int edition() {
        return jdbc.sql("select coalesce(max(edition), 1) from present.place_edition").query(Integer.class).single();
    }

    /** Says, within a change, which edition stands here. */
    void remember(int edition) {
        if (jdbc.sql("update place_edition set edition = ?").param(edition).update() == 0) jdbc.sql("insert into place_edition (edition) values (?)").param(edition).update();
    }

    /** Within a change. */
    void mend() {
        for (var r : ShippedPlaces.read("regions.csv"))
            jdbc.sql("insert into region (code, name_th, name_en, short_th, print_order) select ?, ?, ?, ?, ?::int where not exists (select from region where code = ?)")
                    .params(fields(r, "code", "name_th", "name_en", "short_th", "print_order", "code")).update();
        aliases("region");
        aliases("province");
        mend("district", ShippedPlaces.read("districts.csv"), "province_code", "name_th");
        mend("tambon", ShippedPlaces.read("tambons.csv"), "district_code", "name_th", "postal_code");
        jdbc.sql("delete from tambon where " + SHIPPED + " and code <> all(?) and not exists (select from unit_tambon c where c.tambon_code = code)")
                .param(ShippedPlaces.read("tambons.csv").stream().map(r -> r.getField("code")).toArray(String[]::new)).update();
        remember(ShippedPlaces.EDITION);
    }

    private void aliases(String level) {
        for (var r : ShippedPlaces.read(level + "-aliases.csv"))
            jdbc.sql("insert into place_alias (level, place_code, alias) select :level, :code, :alias where not exists (select from place_alias where level = :level and place_code = :code and alias = :alias)")
                    .param("level", level).param("code", r.getField(level + "_code")).param("alias", r.getField("alias")).update();
    }

    /** Adds the places of a file that are lacking, and corrects those that differ. */
    private void mend(String table, List<NamedCsvRecord> file, String... columns) {
        var here = new HashMap<String, Object[]>();
        jdbc.sql("select code, %s, %s from %s".formatted(String.join(", ", columns), SHIPPED, table)).query(r -> {
            var row = new Object[columns.length + 1];
            for (int i = 0; i < row.length; i++) row[i] = r.getObject(i + 2);
            here.put(r.getString(1), row);
        });
        String sets = Arrays.stream(columns).map(c -> c + " = ?").collect(Collectors.joining(", "));
        for (var line : file) correct(table, line, here, columns, sets);
    }

    private void correct(String table, NamedCsvRecord line, Map<String, Object[]> here, String[] columns, String sets) {
        var row = here.get(line.getField("code"));
        var wanted = fields(line, columns);
        var withCode = new ArrayList<Object>(wanted);
        withCode.add(line.getField("code"));
        if (row == null)
            jdbc.sql("insert into %s (%s, code) values (%s?)".formatted(table, String.join(", ", columns), "?, ".repeat(columns.length))).params(withCode).update();
        else if (Boolean.TRUE.equals(row[columns.length]) && !wanted.equals(List.of(row).subList(0, columns.length)))
            jdbc.sql("update %s set %s where code = ?".formatted(table, sets)).params(withCode).update();
    }

    private static List<Object> fields(NamedCsvRecord line, String... columns) {
        return Arrays.stream(columns).<Object>map(line::getField).toList();
    }
}
