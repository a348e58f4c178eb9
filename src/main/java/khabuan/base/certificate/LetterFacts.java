package khabuan.base.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the letters of some records say of them, in the words of a Thai letter. */
@Component
class LetterFacts {

    private static final Map<String, String> TYPES = Map.of("อบต.", "ตำบล", "ทต.", "เทศบาลตำบล", "ทม.", "เทศบาลเมือง", "ทน.", "เทศบาลนคร");
    private final JdbcClient jdbc;
    private final Places places;

    LetterFacts(JdbcClient jdbc, Places places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    /** @param regionCode the region whose office issues its letter; null when its unit lies in none now */
    record Of(long recordId, String unitCode, String regionCode, Map<String, String> facts) {}

    /** The facts of those of the records that may have a letter, in the order asked for. */
    List<Of> of(CertificateKind kind, Collection<Long> ids) {
        var found = new LinkedHashMap<Long, Of>();
        jdbc.sql("select f.*, r.unit_code from (%s) f join %s r on r.id = f.record_id where %s".formatted(kind.factsSql(), kind.table(), kind.admitted()))
                .param("ids", ids.toArray(Long[]::new)).query(r -> { found.put(r.getLong("record_id"), read(kind, r)); });
        var all = new ArrayList<Of>();
        for (long id : ids) if (found.containsKey(id)) all.add(found.get(id));
        return all;
    }

    private Of read(CertificateKind kind, ResultSet r) throws SQLException {
        var path = places.find(Level.UNIT, r.getString("unit_code")).map(places.tree()::path).orElse(List.of());
        var facts = new LinkedHashMap<String, String>();
        for (var word : kind.facts()) facts.put(word, word.equals("place") ? place(path) : text(r.getObject(word)));
        var region = path.stream().filter(p -> p.level() == Level.REGION).map(Place::code).findFirst().orElse(null);
        return new Of(r.getLong("record_id"), r.getString("unit_code"), region, facts);
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "-";
            case java.sql.Date day -> ThaiDate.full(day.toLocalDate());
            case LocalDate day -> ThaiDate.full(day);
            case Long count -> Words.NONE.number(count);
            default -> value.toString().isBlank() ? "-" : value.toString();
        };
    }

    /** "ตำบลบ้านนา อำเภอเมืองขอนแก่น จังหวัดขอนแก่น". */
    private static String place(List<Place> path) {
        var parts = new ArrayList<String>();
        boolean capital = path.stream().anyMatch(p -> p.level() == Level.PROVINCE && p.code().equals("10"));
        for (var place : path.reversed()) {
            String part = switch (place.level()) {
                case UNIT -> unit(place.title());
                case DISTRICT -> (capital ? "เขต" : "อำเภอ") + place.title();
                case PROVINCE -> (capital ? "" : "จังหวัด") + place.title();
                default -> "";
            };
            if (!part.isEmpty() && !parts.contains(part)) parts.add(part);
        }
        return String.join(" ", parts);
    }

    private static String unit(String title) {
        for (var type : TYPES.entrySet()) if (title.startsWith(type.getKey())) return type.getValue() + title.substring(type.getKey().length());
        return title;
    }
}
