package khabuan.base.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The printers, by format. */
@Component
public class Printers {

    private final Map<Format, Printer> byFormat = new EnumMap<>(Format.class);

    Printers(List<Printer> printers) {
        printers.forEach(printer -> byFormat.put(printer.format(), printer));
    }

    /** Writes the document as asked; the stream stays open. */
    public void print(Document document, Format format, OutputStream out) throws IOException {
        byFormat.get(format).print(document, out);
    }
}
