package khabuan.insight.measure;

/** What the first who opens a page would wait for: counted beforehand, when the server has opened and when a new day has begun. A room hands it up as a bean. */
@FunctionalInterface
public interface FirstAsked {

    /** Asks what its page asks, and leaves the answer to {@link Measures} and {@link Rolls} to keep. */
    void ask();
}
