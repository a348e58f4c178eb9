package khabuan.bench;

import java.io.PrintWriter;

/** Something that is measured: a bean. It finds the database of a new home, with the shipped places and nothing else. */
public interface Bench {

    /** The word on the command line: "import". */
    String name();

    /** Measures, and tells each figure beside its lower bound. */
    void run(PrintWriter out) throws Exception;
}
