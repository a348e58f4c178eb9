package khabuan.base.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.PlaceTree;
import khabuan.base.text.Digits;

/** Finds the local unit that a file means: by its code, or by its name in the spellings of reports and people, told from its namesakes by district, province and region:
 *  "องค์การบริหารส่วนตำบลบ้านนา", "ทต.ภูผาม่าน อ.ภูผาม่าน จ.ขอนแก่น", "บ้านนา" with a district in the next column. */
final class UnitSpelling {

    private static final Pattern ABOVE = Pattern.compile("(?:อำเภอ|เขตอำเภอ|(?<=[\\s,(])อ\\.)\\s*(?<district>[^\\s,()]+)|(?:จังหวัด|(?<=[\\s,(])จ\\.)\\s*(?<province>[^\\s,()]+)");
    private static final Map<String, String> SHORT = Map.of("องค์การบริหารส่วนตำบล", "อบต.", "เทศบาลตำบล", "ทต.", "เทศบาลเมือง", "ทม.", "เทศบาลนคร", "ทน.", "สำนักงานเขต", "เขต");
    private static final Pattern TYPE = Pattern.compile("^(อบต\\.?|ทต\\.?|ทม\\.?|ทน\\.?|เขต)(?=.)");

    /** What was found. @param code null when none or several; @param faultColumn which cell is at fault, "" for the unit itself; @param candidates in words, for an ambiguous name */
    record Answer(String code, String fault, String faultColumn, String candidates) {

        static Answer of(String code) {
            return new Answer(code, null, "", "");
        }
    }

    private final PlaceTree tree;
    private final Map<String, List<Place>> byTitle = new HashMap<>();
    private final Map<String, List<Place>> byName = new HashMap<>();
    private final Map<String, Place> above = new HashMap<>();
    private final Map<List<String>, Answer> answered = new HashMap<>();

    /** @param aliases other spellings: "level:spelling" → code */
    UnitSpelling(PlaceTree tree, Map<String, String> aliases) {
        this.tree = tree;
        for (var unit : tree.at(Level.UNIT)) {
            String title = plain(unit.title());
            byTitle.computeIfAbsent(title, t -> new ArrayList<>()).add(unit);
            byName.computeIfAbsent(TYPE.matcher(title).replaceFirst(""), t -> new ArrayList<>()).add(unit);
        }
        for (var level : new Level[] {Level.REGION, Level.PROVINCE, Level.DISTRICT})
            for (var place : tree.at(level)) {
                above.putIfAbsent(place.key(), place);
                above.putIfAbsent(level.word() + ":" + bare(level, place.title()), place);
            }
        aliases.forEach((spelling, code) -> {
            var parts = spelling.split(":", 2);
            var level = Level.of(parts[0]);
            tree.find(level, code).ifPresent(place -> {
                if (level == Level.UNIT) byTitle.computeIfAbsent(plain(parts[1]), t -> new ArrayList<>()).add(place);
                else above.putIfAbsent(level.word() + ":" + bare(level, parts[1]), place);
            });
        });
    }

    /** @param cells unit, district, province, region, as written; "" where not told */
    Answer find(List<String> cells) {
        if (answered.size() > 50_000) answered.clear();
        return answered.computeIfAbsent(cells, this::search);
    }

    private Answer search(List<String> cells) {
        String unit = cells.get(0).strip();
        var named = ABOVE.matcher(unit);
        String district = cells.get(1), province = cells.get(2);
        while (named.find()) {
            if (named.group("district") != null && district.isBlank()) district = named.group("district");
            if (named.group("province") != null && province.isBlank()) province = named.group("province");
        }
        var hits = tree.find(Level.UNIT, unit).map(List::of).orElseGet(() -> called(plain(ABOVE.matcher(unit).replaceAll(""))));
        if (hits.isEmpty()) return new Answer(null, "intake.fault.unit-unknown", "unit", "");
        var within = within(hits, district, province);
        if (!cells.get(3).isBlank()) {
            var region = Optional.ofNullable(above.get("region:" + bare(Level.REGION, cells.get(3))));
            if (region.isEmpty()) return new Answer(null, "intake.fault.place-unknown", "region", "");
            within = within.stream().filter(u -> tree.contains(region.get(), u)).toList();
        }
        return answer(within, hits);
    }

    private List<Place> called(String name) {
        var exact = byTitle.get(name.replaceFirst("^(อบต|ทต|ทม|ทน)(?!\\.)", "$1."));
        if (exact != null) return exact;
        return byName.getOrDefault(name.replaceFirst("^(ตำบล|ต\\.|แขวง)", ""), List.of());
    }

    private List<Place> within(List<Place> hits, String district, String province) {
        return hits.stream().filter(u -> {
            var path = tree.path(u);
            return isAmong(path, Level.PROVINCE, province, "") && isAmong(path, Level.DISTRICT, district, path.get(2).title());
        }).toList();
    }

    /** Whether the place above is written so; "เมือง" is the capital district of its province. */
    private static boolean isAmong(List<Place> path, Level level, String written, String province) {
        if (written.isBlank()) return true;
        var place = path.get(level.ordinal());
        String bare = bare(level, written);
        return place.code().equals(bare) || bare(level, place.title()).equals(bare) || bare.equals("เมือง") && bare(level, place.title()).equals("เมือง" + plain(province));
    }

    private Answer answer(List<Place> within, List<Place> hits) {
        if (within.size() == 1) return Answer.of(within.getFirst().code());
        if (within.isEmpty()) return new Answer(null, "intake.fault.unit-elsewhere", "unit", told(hits));
        return new Answer(null, "intake.fault.unit-ambiguous", "unit", told(within));
    }

    private String told(List<Place> units) {
        return units.stream().limit(4).map(u -> {
            var path = tree.path(u);
            return u.code() + " " + u.title() + " อ." + path.get(3).title() + " จ." + path.get(2).title();
        }).collect(Collectors.joining("; "));
    }

    private static String bare(Level level, String written) {
        String plain = plain(written);
        return switch (level) {
            case REGION -> plain.replaceFirst("^(สำนักงานภาค|ภาค)", "");
            case PROVINCE -> plain.replaceFirst("^(จังหวัด|จ\\.)", "").replaceFirst("^(กทม\\.?|กรุงเทพฯ|กรุงเทพ)$", "กรุงเทพมหานคร");
            case DISTRICT -> plain.replaceFirst("^(อำเภอ|อ\\.|เขต)", "");
            default -> plain;
        };
    }

    static String plain(String written) {
        var plain = new StringBuilder(written.length());
        written.codePoints().filter(c -> !Character.isWhitespace(c) && c != '\u200B' && c != '\uFEFF' && c != '\u00A0')
                .forEach(c -> plain.appendCodePoint(c >= '๐' && c <= '๙' ? c - '๐' + '0' : c));
        String text = plain.toString().replace("ํา", "ำ").replace("เเ", "แ");
        for (var word : SHORT.entrySet()) if (text.startsWith(word.getKey())) return word.getValue() + text.substring(word.getKey().length());
        return text;
    }
}
