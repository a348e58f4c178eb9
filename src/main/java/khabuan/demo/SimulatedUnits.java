package khabuan.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Local units made from the shipped tambons, so many in each region as the report counts: one of each tambon, the districts of Bangkok, the town of each
 *  capital district, Pattaya; and as many tambons with a second unit, a municipality beside the อบต. of the same name, as are lacking. */
final class SimulatedUnits {

    static final LocalDate ALWAYS = LocalDate.of(2008, 1, 1);
    private static final String BANGKOK = "10";
    private static final String PATTAYA = "200402";
    private static final Set<String> WITH_CITY = Set.of("11", "12", "14", "20", "21", "30", "34", "40", "41", "47", "50", "52", "57", "60", "65", "73", "74", "80", "83", "84",
            "90", "92", "95");

    private record Tambon(String code, String name, String district, String districtName, String province, String region) {

        boolean isTown() {
            return code.endsWith("0101");
        }

        boolean isSeatOf(Set<String> districts) {
            return districts.add(district);
        }
    }

    private final JdbcTemplate jdbc;
    private final Ledger ledger;
    private final Draw draw = Draw.of("units");

    SimulatedUnits(JdbcTemplate jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    Map<String, List<Unit>> make() {
        var tambons = new HashMap<String, List<Tambon>>();
        jdbc.query("""
                select t.code, t.name_th, d.code, d.name_th, d.province_code, pr.region_code from tambon t join district d on d.code = t.district_code
                join province_region pr on pr.province_code = d.province_code and pr.until_date is null order by t.code""",
                r -> {
                    var t = new Tambon(r.getString(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5), r.getString(6));
                    tambons.computeIfAbsent(t.region, k -> new ArrayList<>()).add(t);
                });
        var units = new HashMap<String, List<Unit>>();
        for (var printed : Printed.REGIONS) units.put(printed.code(), region(printed, tambons.get(printed.code())));
        return units;
    }

    private List<Unit> region(Printed printed, List<Tambon> tambons) {
        var units = new ArrayList<Unit>();
        var districts = new HashSet<String>();
        tambons.stream().filter(t -> t.province.equals(BANGKOK) && t.isSeatOf(districts)).forEach(t -> units.add(unit(t, t.district, "เขต", t.districtName)));
        var rural = tambons.stream().filter(t -> !t.province.equals(BANGKOK)).toList();
        boolean pattaya = rural.stream().anyMatch(t -> t.code.equals(PATTAYA));
        int lacking = printed.units() - units.size() - rural.size() - (pattaya ? 1 : 0);
        var second = chosen(rural, Math.max(0, lacking));
        var joined = chosen(rural, Math.max(0, -lacking));
        for (var t : rural) {
            if (joined.contains(t.code)) cover(units.getLast(), t, false);
            else units.add(first(t, second.contains(t.code)));
            if (second.contains(t.code)) units.add(unit(t, t.code + "M", "ทต.", t.name));
            if (t.code.equals(PATTAYA)) units.add(unit(t, t.code + "P", "เมืองพัทยา", ""));
        }
        return units;
    }

    private Set<String> chosen(List<Tambon> of, int count) {
        var plain = of.stream().filter(t -> !t.isTown() && !t.code.endsWith("01")).map(Tambon::code).toList();
        return new HashSet<>(draw.shuffled(plain).subList(0, count));
    }

    private Unit first(Tambon t, boolean besideMunicipality) {
        if (t.isTown()) return unit(t, t.code, WITH_CITY.contains(t.province) ? "ทน." : "ทม.", t.districtName.replaceFirst("^เมือง", ""));
        return unit(t, t.code, !besideMunicipality && draw.chance(0.2) ? "ทต." : "อบต.", t.name);
    }

    private Unit unit(Tambon t, String code, String type, String name) {
        var villages = IntStream.range(0, 5 + draw.below(7)).mapToObj(i -> SimulatedNames.village(draw, t.region)).toList();
        var unit = new Unit(code, t.region, t.district, type, name, villages);
        ledger.enterOn(ALWAYS, Sheet.UNIT, code, t.district);
        ledger.enterOn(ALWAYS, Sheet.UNIT_FORM, code, type, name);
        cover(unit, t, code.length() > 6);
        for (int i = 0; i < villages.size(); i++) ledger.enterOn(ALWAYS, Sheet.VILLAGE, code, i + 1, type.equals("เขต") ? "ชุมชน" + villages.get(i) : "บ้าน" + villages.get(i));
        return unit;
    }

    private void cover(Unit unit, Tambon t, boolean partly) {
        ledger.enterOn(ALWAYS, Sheet.UNIT_TAMBON, unit.code(), t.code, partly);
    }
}
