package khabuan.base.gazetteer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.intake.FileIntake;
import khabuan.base.intake.LineFault;
import khabuan.base.intake.Order;
import khabuan.base.intake.Outcome;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Files of boundaries, TopoJSON or GeoJSON: the shapes of provinces, districts and tambons, each known by its official code of 2, 4 or 6 digits. They are kept as simple as they come. */
@Component
class BoundariesIntake implements FileIntake {

    private final JdbcTemplate jdbc;

    BoundariesIntake(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String word() {
        return "boundaries";
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
        return FileIntake.super.isOpenTo(actor) && actor.scopeLevel().equals("country");
    }

    @Override
    public boolean readsTold() {
        return true;
    }

    @Override
    public Outcome take(Order order) {
        GeoFile file;
        try {
            file = GeoFile.read(order.file());
        } catch (GeoFile.Unreadable e) {
            return Outcome.refused(new LineFault(0, "", "gazetteer.fault.not-boundaries"));
        }
        order.progress().at("checking", file.features().size());
        var faults = new ArrayList<LineFault>();
        var notes = new ArrayList<LineFault>();
        var bounds = bounds(file, faults, notes);
        boolean writing = faults.isEmpty() || order.acceptValid() && !bounds.isEmpty();
        String credit = order.told().credit().isEmpty() ? file.credit() : order.told().credit();
        if (credit.isEmpty()) notes.addFirst(new LineFault(0, "", "gazetteer.note.no-credit"));
        stage(bounds, credit);
        notes.addAll(unknown());
        notes.addFirst(new LineFault(0, "", "gazetteer.note.found", counts(bounds)));
        return outcome(file.features().size(), faults, notes, writing, writing && !order.check(), order);
    }

    /** A place and its shape. @param number of the feature in the file, from 1 */
    private record Bound(int number, String code, Shape shape) {

        String level() {
            return Map.of(2, "province", 4, "district", 6, "tambon").get(code.length());
        }
    }

    /** By code; what comes in several features is joined. */
    private static Collection<Bound> bounds(GeoFile file, List<LineFault> faults, List<LineFault> notes) {
        var bounds = new LinkedHashMap<String, Bound>();
        int number = 0;
        for (var feature : file.features()) {
            number++;
            if (feature.shape().isEmpty()) faults.add(new LineFault(number, "", "gazetteer.fault.no-polygon"));
            else if (!feature.shape().isInThailand()) faults.add(new LineFault(number, "", "gazetteer.fault.not-degrees", feature.code()));
            else if (feature.code().isEmpty()) faults.add(new LineFault(number, "", "gazetteer.fault.no-code"));
            else {
                var before = bounds.get(feature.code());
                if (before != null) notes.add(new LineFault(number, "", "gazetteer.note.joined", feature.code(), Integer.toString(before.number())));
                bounds.put(feature.code(), before == null ? new Bound(number, feature.code(), feature.shape()) : new Bound(before.number(), before.code(), before.shape().with(feature.shape())));
            }
        }
        return bounds.values();
    }

    private static String[] counts(Collection<Bound> bounds) {
        return List.of("province", "district", "tambon").stream().map(level -> Long.toString(bounds.stream().filter(b -> b.level().equals(level)).count())).toArray(String[]::new);
    }

    private void stage(Collection<Bound> bounds, String credit) {
        jdbc.execute("create temporary table intake_boundary (number int, level text, code text, polygons text, credit text) on commit drop");
        jdbc.batchUpdate("insert into intake_boundary values (?, ?, ?, ?, ?)", bounds, 500, (statement, bound) -> {
            statement.setInt(1, bound.number());
            statement.setString(2, bound.level());
            statement.setString(3, bound.code());
            statement.setString(4, bound.shape().coordinates());
            statement.setString(5, credit);
        });
        jdbc.execute("analyze intake_boundary");
    }

    private List<LineFault> unknown() {
        return jdbc.query("""
                select b.number, b.code from intake_boundary b
                where not exists (select from province p where p.code = b.code) and not exists (select from district d where d.code = b.code)
                  and not exists (select from tambon t where t.code = b.code) order by b.number""", (r, n) -> new LineFault(r.getInt(1), "", "gazetteer.note.unknown-code", r.getString(2)));
    }

    private static final String DIFFERS = "(t.polygons <> b.polygons or b.credit <> '' and t.credit <> b.credit)";

    private Outcome outcome(int features, List<LineFault> faults, List<LineFault> notes, boolean writing, boolean write, Order order) {
        var counts = jdbc.queryForMap("""
                select count(*) filter (where t.id is null) as added, count(*) filter (where %s) as changed, count(*) as all
                from intake_boundary b left join boundary t on t.level = b.level and t.code = b.code""".formatted(DIFFERS));
        if (write) {
            order.progress().at("writing", features);
            jdbc.update("update boundary t set polygons = b.polygons, credit = coalesce(nullif(b.credit, ''), t.credit) from intake_boundary b where t.level = b.level and t.code = b.code and " + DIFFERS);
            jdbc.update("insert into boundary (level, code, polygons, credit) select b.level, b.code, b.polygons, b.credit from intake_boundary b on conflict (level, code) do nothing");
        }
        long added = (long) counts.get("added"), changed = (long) counts.get("changed"), all = (long) counts.get("all");
        return new Outcome(writing, features, added, changed, features - faults.size() - added - changed, faults.size(), faults, notes, List.of(), List.of());
    }
}
