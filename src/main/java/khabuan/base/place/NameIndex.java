package khabuan.base.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import khabuan.base.text.Spelling;

/** Which places bear a name, in any of its spellings; unchanging. */
final class NameIndex {

    /** A place that bears a name. @param kind the word of its level, or "tambon" */
    record Key(String kind, String code) {}

    /** @param type of a unit; "" for other places and for names that don't tell
     *  @param other whether it is not the name of today in Thai */
    record Name(Key key, String type, String name, boolean other, String spelling, int[] threes) {

        static Name of(Key key, String type, String name, boolean other) {
            String spelling = Spelling.of(name);
            return new Name(key, type, name, other, spelling, NameIndex.threes(spelling));
        }
    }

    record Tambon(String code, String name, String district) {}

    /** How well a place answers. @param score 1 for the very name, down to 0.28 for one that looks like it
     *  @param also the spelling that answered when it is not the name of today, or "" */
    record Match(double score, String also) {

        static Match better(Match one, Match other) {
            return one.score >= other.score ? one : other;
        }
    }

    /** What a unit of another type than asked for is worth: it may have been upgraded. */
    private static final double OTHER_TYPE = 0.6;
    /** What a unit is worth for the name of a tambon that it covers. */
    private static final double COVERS = 0.85;
    /** What looks less alike than this is another name. */
    private static final double LEAST = 0.28;
    private static final int SHORTEST = 2;

    private final List<Name> names;
    private final Map<String, Tambon> tambons;
    private final Map<String, List<String>> covering;
    private final Map<String, List<String>> byDlaCode;

    /** @param covering the units that cover a tambon; @param byDlaCode the units that bear a code of the Department of Local Administration */
    NameIndex(List<Name> names, Map<String, Tambon> tambons, Map<String, List<String>> covering, Map<String, List<String>> byDlaCode) {
        this.names = names;
        this.tambons = tambons;
        this.covering = covering;
        this.byDlaCode = byDlaCode;
    }

    Tambon tambon(String code) {
        return tambons.get(code);
    }

    List<String> ofDlaCode(String code) {
        return byDlaCode.getOrDefault(code, List.of());
    }

    /** @return null when the name is too short to say anything */
    Map<Key, Match> bearing(PlaceWords.Part part) {
        String spelling = Spelling.of(part.name());
        if (spelling.length() < SHORTEST) return null;
        var threes = threes(spelling);
        var matches = new HashMap<Key, Match>();
        for (var name : names) {
            if (!part.levels().isEmpty() && !part.levels().contains(name.key.kind())) continue;
            double score = score(name, part.name(), spelling, threes);
            if (score < LEAST) continue;
            boolean otherType = !part.types().isEmpty() && !name.type.isEmpty() && !part.types().contains(name.type);
            matches.merge(name.key, new Match(otherType ? score * OTHER_TYPE : score, name.other ? name.type + name.name : ""), Match::better);
        }
        if (part.types().isEmpty()) byTambon(matches);
        return matches;
    }

    /** 1 for the very name, then one spelt alike, one that begins so, one that holds it, one that looks like it. */
    private static double score(Name name, String typed, String spelling, int[] threes) {
        boolean literally = name.name.contains(typed);
        if (name.spelling.equals(spelling)) return literally ? 1 : 0.98;
        double share = (double) spelling.length() / name.spelling.length();
        if (name.spelling.startsWith(spelling)) return (literally ? 0.8 : 0.75) + 0.15 * share;
        if (spelling.length() == SHORTEST) return 0;
        return literally ? 0.6 + 0.15 * share : 0.7 * alike(threes, name.threes);
    }

    /** The units that cover a tambon of the name answer to it too; a tambon that a unit of the same name covers need not. */
    private void byTambon(Map<Key, Match> matches) {
        for (var key : matches.keySet().stream().filter(k -> k.kind.equals("tambon")).toList()) {
            var tambon = matches.get(key);
            for (var code : covering.getOrDefault(key.code, List.of())) {
                var own = matches.putIfAbsent(new Key("unit", code), new Match(tambon.score * COVERS, ""));
                if (own != null && own.score >= tambon.score - 0.05) matches.remove(key);
            }
        }
    }

    /** The runs of three letters in a name that begins after two blanks and ends before one, in order. */
    private static int[] threes(String spelling) {
        String padded = "  " + spelling + " ";
        return IntStream.range(0, padded.length() - 2).map(i -> padded.substring(i, i + 3).hashCode()).sorted().distinct().toArray();
    }

    /** The share of common runs in all: 0 to 1. */
    private static double alike(int[] one, int[] other) {
        int common = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] == other[j]) common++;
            if (one[i] <= other[j]) i++;
            else j++;
        }
        return (double) common / (one.length + other.length - common);
    }
}
