package khabuan.base.place;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Puts the places that answer to several names in order: each name must be the place's own or that of one above it. For one search. */
final class Ranking {

    /** Below this a place only looks like what was typed; it is told only when nothing answers. */
    private static final double ALIKE = 0.55, ANSWERS = 0.6;
    /** What a name of a place above is worth beside an own one. */
    private static final double ABOVE = 0.95;
    private static final String BANGKOK = "10";
    private static final Comparator<Ranked> ORDER = Comparator.comparing((Ranked r) -> -r.score).thenComparing(r -> r.candidate.rank()).thenComparing(r -> r.candidate.key.code());

    /** The places above one, the nearest first. @param scores how well they answer to each name; -1 for not */
    private record Above(List<Place> path, double[] scores) {}

    /** A place on the way to be an answer. @param place what is opened: for a tambon its district; @param tambon null for a place of the tree */
    record Candidate(NameIndex.Key key, Place place, NameIndex.Tambon tambon, Above above) {

        boolean isIn(Place outer) {
            return place.equals(outer) || above.path.contains(outer);
        }

        private int rank() {
            return tambon == null ? place.level().ordinal() : Level.values().length;
        }
    }

    /** @param also the spelling that answered when it is not the title, or "" */
    record Ranked(Candidate candidate, double score, String also) {

        PlaceHit hit() {
            var place = candidate.place;
            var tambon = candidate.tambon;
            var shown = candidate.above.path.stream().filter(p -> p.level() == Level.DISTRICT || p.level() == Level.PROVINCE || p.level() == Level.REGION && place.level() == Level.PROVINCE).map(Place::title);
            String title = tambon == null ? place.title() : (tambon.code().startsWith(BANGKOK) ? "แขวง" : "ต.") + tambon.name();
            return new PlaceHit(candidate.key.kind(), candidate.key.code(), title, shown.toList(), also, place.path());
        }
    }

    private final PlaceTree tree;
    private final List<Map<NameIndex.Key, NameIndex.Match>> parts;
    private final Map<String, Above> known = new HashMap<>();

    /** @param parts which places bear each of the names */
    Ranking(PlaceTree tree, List<Map<NameIndex.Key, NameIndex.Match>> parts) {
        this.tree = tree;
        this.parts = parts;
    }

    List<Map<NameIndex.Key, NameIndex.Match>> parts() {
        return parts;
    }

    /** @return null for a place that is no more */
    Candidate candidate(NameIndex.Key key, NameIndex index) {
        if (!key.kind().equals("tambon")) return tree.find(Level.of(key.kind()), key.code()).map(this::candidate).orElse(null);
        var tambon = index.tambon(key.code());
        return tree.find(Level.DISTRICT, tambon.district()).map(district -> new Candidate(key, district, tambon, above(Level.UNIT, district.code()))).orElse(null);
    }

    Candidate candidate(Place place) {
        return new Candidate(new NameIndex.Key(place.level().word(), place.code()), place, null, above(place.level(), place.parent()));
    }

    private Above above(Level level, String parent) {
        if (level == Level.COUNTRY) return new Above(List.of(), new double[parts.size()]);
        return known.computeIfAbsent(level + parent, k -> {
            var path = tree.find(Level.values()[level.ordinal() - 1], parent).map(p -> tree.path(p).reversed()).orElse(List.of());
            return new Above(path, parts.stream().mapToDouble(part -> best(part, path)).toArray());
        });
    }

    private static double best(Map<NameIndex.Key, NameIndex.Match> part, List<Place> path) {
        return path.stream().map(p -> part.get(new NameIndex.Key(p.level().word(), p.code()))).filter(Objects::nonNull).mapToDouble(NameIndex.Match::score).max().orElse(-1);
    }

    /** The candidates that answer to every name, the nearest first. @param itself whether one name must be the place's own */
    Stream<Ranked> of(Stream<Candidate> candidates, boolean itself) {
        var ranked = candidates.map(c -> rank(c, itself)).filter(Objects::nonNull).sorted(ORDER).toList();
        double least = ranked.isEmpty() || ranked.getFirst().score < ANSWERS ? 0 : ALIKE;
        return ranked.stream().filter(r -> r.score >= least);
    }

    private Ranked rank(Candidate candidate, boolean itself) {
        double score = 0;
        String also = "";
        boolean own = !itself;
        for (int i = 0; i < parts.size(); i++) {
            var match = parts.get(i).get(candidate.key);
            if (match != null) {
                own = true;
                also = match.also();
                score += match.score();
            } else {
                if (candidate.above.scores[i] < 0) return null;
                score += candidate.above.scores[i] * ABOVE;
            }
        }
        return own ? new Ranked(candidate, score / parts.size(), also) : null;
    }
}
