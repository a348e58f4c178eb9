package khabuan.registry.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabuan.base.text.Words;

/** An edition of an instrument: what is asked, how it is scored, and the levels. A draft is worked on; a published one never changes.
 *  @param from the fiscal year from which it is used
 *  @param number its number among the editions of that year
 *  @param source where it comes from; @param note what its reader must know
 *  @param publishedOn null for a draft; @param closedOn null while it is used */
public record Edition(long id, long instrument, String code, String name, String nameEn, Subject subject, int from, int number, String source, String note, LocalDate publishedOn,
                      LocalDate closedOn, int version, List<Dimension> dimensions, List<Level> levels) {

    /** What an instrument grades. */
    public enum Subject {
        COUNCIL, ORGANISATION,
        /** A community welfare fund. */
        FUND, UNIT,
        /** A service, by what its users said; it lies in no place. */
        SURVEY;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Whether it is a record with a number, not a place or a service. */
        boolean isNumbered() {
            return this == COUNCIL || this == ORGANISATION || this == FUND;
        }

        /** The table of such records. */
        String table() {
            return this == FUND ? "welfare_fund" : word();
        }

        /** The kind of such records. */
        String kind() {
            return this == FUND ? "welfare-fund" : word();
        }

        /** The number of a subject in the column of its kind; null in the columns of others. */
        Long in(Subject column, Long number) {
            return this == column ? number : null;
        }

        static Subject of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    public enum State {
        DRAFT, PUBLISHED, CLOSED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param weight its points of the whole; null: as much as its items together */
    public record Dimension(long id, String name, BigDecimal weight, List<Item> items) {

        BigDecimal share() {
            return weight != null ? weight : items.stream().map(Item::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** How an item is answered. */
    public enum Kind {
        /** A number from 0 to the most. */
        POINTS,
        YES_NO,
        /** One of the choices, each of which has its points. */
        CHOICE,
        PERCENTAGE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    /** Whether a file is to be attached. */
    public enum Proof {
        NONE, WANTED,
        /** Without a file the item counts nothing. */
        REQUIRED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Proof of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** @param goal the heading under which it stands; "" for none
     *  @param aspect of the goal: "output", "outcome", "impact" or ""
     *  @param most the greatest number of points; null but for {@link Kind#POINTS} */
    public record Item(long id, String goal, String aspect, String text, Kind kind, Integer most, BigDecimal weight, Proof proof, List<Choice> choices) {

        /** Which share of the item an answer earns, from 0 to 1. @throws IllegalArgumentException when it is no answer to this item */
        BigDecimal earned(BigDecimal answer) {
            if (!takes(answer)) throw new IllegalArgumentException("Item " + id + " has no answer " + answer + ".");
            return switch (kind) {
                case POINTS -> Scoring.share(answer, BigDecimal.valueOf(most));
                case YES_NO -> answer;
                case PERCENTAGE -> Scoring.share(answer, BigDecimal.valueOf(100));
                case CHOICE -> Scoring.share(BigDecimal.valueOf(choices.get(answer.intValue() - 1).points()),
                        BigDecimal.valueOf(choices.stream().mapToInt(Choice::points).max().orElseThrow()));
            };
        }

        /** Whether this may be answered: points and percentages up to the greatest, 1 or 0, the position of a choice. */
        boolean takes(BigDecimal answer) {
            if (answer.signum() < 0 || answer.scale() > 2) return false;
            boolean whole = answer.stripTrailingZeros().scale() <= 0;
            return switch (kind) {
                case POINTS -> answer.compareTo(BigDecimal.valueOf(most)) <= 0;
                case PERCENTAGE -> answer.compareTo(BigDecimal.valueOf(100)) <= 0;
                case YES_NO -> whole && answer.compareTo(BigDecimal.ONE) <= 0;
                case CHOICE -> whole && answer.signum() > 0 && answer.compareTo(BigDecimal.valueOf(choices.size())) <= 0;
            };
        }

        /** An answer as people read it. */
        public String say(BigDecimal answer, Words words) {
            if (answer == null) return "–";
            return switch (kind) {
                case POINTS -> words.t("assessment.points-of", words.number(answer), String.valueOf(most));
                case YES_NO -> words.t(answer.signum() > 0 ? "assessment.yes" : "assessment.no");
                case PERCENTAGE -> words.number(answer) + "%";
                case CHOICE -> choices.get(answer.intValue() - 1).label();
            };
        }
    }

    /** An answer to choose; its place among the choices, from 1, is what is kept. */
    public record Choice(long id, String label, int points) {}

    /** @param from the score from which it holds, up to the next level's
     *  @param passing whether it counts as passed */
    public record Level(long id, String code, String name, BigDecimal from, boolean passing) {}

    public State state() {
        return publishedOn == null ? State.DRAFT : closedOn == null ? State.PUBLISHED : State.CLOSED;
    }

    public Stream<Item> items() {
        return dimensions.stream().flatMap(d -> d.items().stream());
    }

    public String path() {
        return "/instruments/" + id;
    }

    /** The levels, the highest first. */
    public List<Level> ranked() {
        return levels.stream().sorted(Comparator.comparing(Level::from).reversed()).toList();
    }

    /** The level of a score. */
    public Optional<Level> level(BigDecimal score) {
        return ranked().stream().filter(l -> l.from().compareTo(score) <= 0).findFirst();
    }

    /** The half-open bounds of a level in words: "61 ≤ คะแนน < 81". */
    public String bounds(Level level, Words words) {
        var ranked = ranked();
        int at = ranked.indexOf(level);
        String from = words.number(level.from());
        if (at == 0) return words.t("assessment.bounds-top", from);
        String below = words.number(ranked.get(at - 1).from());
        return level.from().signum() == 0 ? words.t("assessment.bounds-bottom", below) : words.t("assessment.bounds", from, below);
    }

    /** What keeps a draft from being published. */
    public List<InstrumentRefusal> lacks() {
        return Stream.of(InstrumentRefusal.NO_ITEMS, InstrumentRefusal.EMPTY_DIMENSION, InstrumentRefusal.CHOICES_MISSING, InstrumentRefusal.LEVELS_MISSING, InstrumentRefusal.GAP_BELOW)
                .filter(this::lacks).toList();
    }

    private boolean lacks(InstrumentRefusal what) {
        return switch (what) {
            case NO_ITEMS -> items().findAny().isEmpty();
            case EMPTY_DIMENSION -> dimensions.stream().anyMatch(d -> d.items().isEmpty());
            case CHOICES_MISSING -> items().anyMatch(i -> i.kind() == Kind.CHOICE && i.choices().stream().noneMatch(c -> c.points() > 0));
            case LEVELS_MISSING -> levels.isEmpty();
            case GAP_BELOW -> !levels.isEmpty() && levels.stream().noneMatch(l -> l.from().signum() == 0);
            default -> false;
        };
    }

    /** How an item is numbered: the dimension's number and its own. */
    public String number(Item item) {
        int d = IntStream.range(0, dimensions.size()).filter(n -> dimensions.get(n).items().contains(item)).findFirst().orElseThrow();
        return (d + 1) + "." + (dimensions.get(d).items().indexOf(item) + 1);
    }
}
