package khabuan.base.place;

import java.util.Locale;

/** A rectangle of the map, in its units; y runs down. */
record Box(double left, double top, double right, double bottom) {

    static final Box NONE = new Box(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE);

    boolean isNone() {
        return left > right;
    }

    Box with(double x, double y) {
        return new Box(Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y));
    }

    Box with(Box other) {
        return new Box(Math.min(left, other.left), Math.min(top, other.top), Math.max(right, other.right), Math.max(bottom, other.bottom));
    }

    boolean meets(Box other) {
        return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
    }

    /** Larger by a share of its longer side on each side. */
    Box grown(double share) {
        double by = Math.max(width(), height()) * share;
        return new Box(left - by, top - by, right + by, bottom + by);
    }

    /** At least so wide for its height, so that a long place does not become a thread. */
    Box atLeastAsWideAs(double share) {
        double lacking = Math.max(0, height() * share - width()) / 2;
        return new Box(left - lacking, top, right + lacking, bottom);
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    double x() {
        return (left + right) / 2;
    }

    double y() {
        return (top + bottom) / 2;
    }

    /** As SVG wants it. */
    String viewBox() {
        return String.format(Locale.ROOT, "%.2f %.2f %.2f %.2f", left, top, width(), height());
    }
}
