package khabuan.bench;

import java.io.PrintWriter;

/** Something that is measured: a bean. It finds the database of a new home, with the shipped places and, if it needs them, the records of the demonstration. */
public interface Bench {

    /** The word on the command line: "import". */
    String name();

    /** Whether it measures on the records of the demonstration; otherwise it finds none. */
    default boolean needsRecords() {
        return false;
    }

    /** Measures, and tells each figure beside its lower bound. */
    void run(PrintWriter out) throws Exception;
}
