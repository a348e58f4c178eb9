package khabuan.base.place;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds places by any spelling: "ทต.ภูผาม่าน", "อ.เมือง จ.ราชบุรี", ปทุมรัตน์ for ปทุมรัตต์, an alias, an English name, a code. Several names narrow one another. */
@Component
public class PlaceSearch {

    private static final int LONGEST = 200;
    private final Places places;
    private final PlaceNames names;

    PlaceSearch(Places places, PlaceNames names) {
        this.places = places;
        this.names = names;
    }

    /** The places whose name answers, the nearest first: of all levels and tambons. */
    public List<PlaceHit> find(String words, int limit) {
        var index = names.index();
        var byCode = byCode(index, words.strip(), Place.COUNTRY, Level.values());
        if (!byCode.isEmpty()) return byCode;
        var ranking = ranking(index, words);
        var keys = new LinkedHashSet<NameIndex.Key>();
        ranking.parts().forEach(part -> keys.addAll(part.keySet()));
        return ranking.of(keys.stream().map(key -> ranking.candidate(key, index)).filter(Objects::nonNull), true).limit(limit).map(Ranking.Ranked::hit).toList();
    }

    /** The units of a place that answer, by their own name, by a tambon that they cover or by the places above them. */
    public List<PlaceHit> units(String words, Place within, int limit) {
        var index = names.index();
        var byCode = byCode(index, words.strip(), within, Level.UNIT);
        if (!byCode.isEmpty()) return byCode;
        var ranking = ranking(index, words);
        if (ranking.parts().isEmpty()) return List.of();
        return ranking.of(places.tree().at(Level.UNIT).stream().map(ranking::candidate).filter(c -> c.isIn(within)), false).limit(limit).map(Ranking.Ranked::hit).toList();
    }

    /** The unit of a code as a hit, if there is one now. */
    public List<PlaceHit> unit(String code) {
        return places.find(Level.UNIT, code).map(this::hit).stream().toList();
    }

    private Ranking ranking(NameIndex index, String words) {
        String read = words.substring(0, Math.min(words.length(), LONGEST));
        return new Ranking(places.tree(), PlaceWords.of(read).stream().map(index::bearing).filter(Objects::nonNull).toList());
    }

    private List<PlaceHit> byCode(NameIndex index, String code, Place within, Level... levels) {
        if (!code.matches("\\w{1,12}") || code.chars().noneMatch(Character::isDigit)) return List.of();
        var tree = places.tree();
        var found = Stream.concat(Stream.of(levels).flatMap(level -> tree.find(level, code).stream()),
                index.ofDlaCode(code).stream().flatMap(unit -> tree.find(Level.UNIT, unit).stream()));
        return found.filter(p -> tree.contains(within, p)).distinct().map(this::hit).toList();
    }

    private PlaceHit hit(Place place) {
        return new Ranking.Ranked(new Ranking(places.tree(), List.of()).candidate(place), 1, "").hit();
    }
}
