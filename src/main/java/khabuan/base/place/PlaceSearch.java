package khabuan.base.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds places by any spelling: "ทต.ภูผาม่าน", "อ.เมือง จ.ราชบุรี", ปทุมรัตน์ for ปทุมรัตต์, an alias, an English name, a code. Several names narrow one another. */
@Component
public class PlaceSearch {

    /** Below this a place only looks like what was typed; it is told only when nothing answers. */
    private static final double ALIKE = 0.55, ANSWERS = 0.6;
    private static final String BANGKOK = "10";
    private final Places places;
    private final PlaceNames names;

    PlaceSearch(Places places, PlaceNames names) {
        this.places = places;
        this.names = names;
    }

    /** A place on the way to be an answer. @param path the place and those above it, the nearest first, as far as they are in the tree */
    private record Candidate(NameIndex.Key key, List<Place> path) {}

    private record Ranked(Candidate candidate, double score, String also) {}

    /** The places whose name answers, the nearest first: of all levels and tambons. */
    public List<PlaceHit> find(String words, int limit) {
        var index = names.index();
        var byCode = byCode(index, words.strip(), Place.COUNTRY, Level.values());
        if (!byCode.isEmpty()) return byCode;
        var parts = matches(index, words);
        var tree = places.tree();
        var keys = new LinkedHashSet<NameIndex.Key>();
        parts.forEach(part -> keys.addAll(part.keySet()));
        var candidates = keys.stream().map(key -> new Candidate(key, key.kind().equals("tambon")
                ? path(tree, Level.DISTRICT, index.tambon(key.code()).district()) : path(tree, Level.of(key.kind()), key.code()))).filter(c -> !c.path.isEmpty());
        return rank(candidates, parts, true).limit(limit).map(r -> hit(r, index)).toList();
    }

    /** The units of a place that answer, by their own name, by a tambon that they cover or by the places above them. */
    public List<PlaceHit> units(String words, Place within, int limit) {
        var index = names.index();
        var byCode = byCode(index, words.strip(), within, Level.UNIT);
        if (!byCode.isEmpty()) return byCode;
        var parts = matches(index, words);
        var tree = places.tree();
        var candidates = parts.isEmpty() ? Stream.<Candidate>empty() : tree.at(Level.UNIT).stream()
                .map(unit -> new Candidate(new NameIndex.Key("unit", unit.code()), tree.path(unit).reversed())).filter(c -> c.path.contains(within));
        return rank(candidates, parts, false).limit(limit).map(r -> hit(r, index)).toList();
    }

    /** The unit of a code as a hit, if there is one now. */
    public List<PlaceHit> unit(String code) {
        return places.find(Level.UNIT, code).map(this::hit).stream().toList();
    }

    private List<Map<NameIndex.Key, NameIndex.Match>> matches(NameIndex index, String words) {
        return PlaceWords.of(words).stream().map(index::bearing).filter(Objects::nonNull).toList();
    }

    private List<PlaceHit> byCode(NameIndex index, String code, Place within, Level... levels) {
        if (!code.matches("\\w{1,12}") || code.chars().noneMatch(Character::isDigit)) return List.of();
        var tree = places.tree();
        var found = Stream.concat(Stream.of(levels).flatMap(level -> tree.find(level, code).stream()),
                index.ofDlaCode(code).stream().flatMap(unit -> tree.find(Level.UNIT, unit).stream()));
        return found.filter(p -> tree.contains(within, p)).distinct().map(this::hit).toList();
    }

    /** @return the place first, then those above; empty when it is no more */
    private static List<Place> path(PlaceTree tree, Level level, String code) {
        return tree.find(level, code).map(p -> tree.path(p).reversed()).orElse(List.of());
    }

    /** @param itself whether a name must be the place's own; else those of the places above do */
    private static Stream<Ranked> rank(Stream<Candidate> candidates, List<Map<NameIndex.Key, NameIndex.Match>> parts, boolean itself) {
        var ranked = candidates.map(c -> rank(c, parts, itself)).filter(Objects::nonNull).sorted(ORDER).toList();
        double least = ranked.isEmpty() || ranked.getFirst().score < ANSWERS ? 0 : ALIKE;
        return ranked.stream().filter(r -> r.score >= least);
    }

    private static final Comparator<Ranked> ORDER = Comparator.comparing((Ranked r) -> -r.score).thenComparing(r -> r.candidate.key.kind().equals("tambon") ? 9 : r.candidate.path.getFirst().level().ordinal())
            .thenComparing(r -> r.candidate.key.code());

    /** Each name must be the place's own or that of one above it. */
    private static Ranked rank(Candidate candidate, List<Map<NameIndex.Key, NameIndex.Match>> parts, boolean itself) {
        double score = 0;
        String also = "";
        boolean own = !itself;
        for (var part : parts) {
            var match = part.get(candidate.key);
            if (match != null) {
                own = true;
                also = match.also();
                score += match.score();
            } else {
                double above = candidate.path.stream().map(p -> part.get(new NameIndex.Key(p.level().word(), p.code()))).filter(Objects::nonNull).mapToDouble(NameIndex.Match::score).max().orElse(-1);
                if (above < 0) return null;
                score += above * 0.95;
            }
        }
        return own ? new Ranked(candidate, score / parts.size(), also) : null;
    }

    private PlaceHit hit(Place place) {
        return hit(new Ranked(new Candidate(new NameIndex.Key(place.level().word(), place.code()), places.tree().path(place).reversed()), 1, ""), null);
    }

    private static PlaceHit hit(Ranked ranked, NameIndex index) {
        var key = ranked.candidate.key;
        var path = ranked.candidate.path;
        var tambon = key.kind().equals("tambon") ? index.tambon(key.code()) : null;
        var above = new ArrayList<String>();
        path.stream().skip(tambon == null ? 1 : 0).filter(p -> p.level() == Level.DISTRICT || p.level() == Level.PROVINCE || p.level() == Level.REGION && key.kind().equals("province")).forEach(p -> above.add(p.title()));
        return new PlaceHit(key.kind(), key.code(), tambon == null ? path.getFirst().title() : (tambon.code().startsWith(BANGKOK) ? "แขวง" : "ต.") + tambon.name(), List.copyOf(above), ranked.also, path.getFirst().path());
    }
}
