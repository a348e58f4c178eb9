package khabuan.base.place;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tree of places at one moment; unchanging. */
public final class PlaceTree {

    private final Map<Level, Map<String, Place>> levels = new EnumMap<>(Level.class);
    private final Map<Level, Map<String, List<Place>>> children = new EnumMap<>(Level.class);

    /** @param places in print order */
    PlaceTree(List<Place> places) {
        for (var level : Level.values()) {
            levels.put(level, new LinkedHashMap<>());
            children.put(level, new HashMap<>());
        }
        for (var place : places) {
            levels.get(place.level()).put(place.code(), place);
            children.get(place.level()).computeIfAbsent(place.parent(), p -> new ArrayList<>()).add(place);
        }
    }

    public Optional<Place> find(Level level, String code) {
        return Optional.ofNullable(levels.get(level).get(code));
    }

    /** The places of a level that tables and lists show: the centre, a region that holds no provinces, is a place but not one of them. */
    public List<Place> at(Level level) {
        return levels.get(level).values().stream().filter(this::isShown).toList();
    }

    /** The places right below that tables and lists show. */
    public List<Place> children(Place place) {
        if (place.level() == Level.UNIT) return List.of();
        return children.get(place.level().below()).getOrDefault(place.code(), List.of()).stream().filter(this::isShown).toList();
    }

    private boolean isShown(Place place) {
        return place.level() != Level.REGION || children.get(Level.PROVINCE).containsKey(place.code());
    }

    /** The units within a place, itself when it is one. */
    public List<Place> units(Place place) {
        return place.level() == Level.UNIT ? List.of(place) : children(place).stream().flatMap(child -> units(child).stream()).toList();
    }

    /** The places above, the country first, the place itself last. */
    public List<Place> path(Place place) {
        var path = new ArrayList<Place>();
        for (Optional<Place> at = Optional.of(place); at.isPresent(); at = above(at.get())) path.addFirst(at.get());
        return path;
    }

    private Optional<Place> above(Place place) {
        return place.level() == Level.COUNTRY ? Optional.empty() : find(Level.values()[place.level().ordinal() - 1], place.parent());
    }

    /** Whether the first place is the second, or lies above it. */
    public boolean contains(Place outer, Place inner) {
        return path(inner).contains(outer);
    }
}
