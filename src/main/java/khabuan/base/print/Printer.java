package khabuan.base.print;

import java.io.IOException;
import java.io.OutputStream;

/** Prints documents in one format. Printers keep no state: one serves all threads. */
public interface Printer {

    Format format();

    /** Writes the document; the stream stays open. @throws IOException only what the stream throws */
    void print(Document document, OutputStream out) throws IOException;
}
