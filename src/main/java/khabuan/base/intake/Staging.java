package khabuan.base.intake;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import khabuan.base.calendar.ThaiDate;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Streams the rows of a file into the temporary table intake_file; what can't be read of a row becomes a fault of it. */
final class Staging {

    private static final int BUFFER = 1 << 16;
    private static final int FIRST = 8;

    private final RowIntake kind;
    private final Heading heading;
    private final CellReader cells;
    private final List<LineFault> faults = new ArrayList<>();
    private final List<List<String>> first = new ArrayList<>();
    private final StringBuilder buffer = new StringBuilder(BUFFER + 4096);
    private CopyIn copy;
    private long count;

    Staging(RowIntake kind, Heading heading, CellReader cells) {
        this.kind = kind;
        this.heading = heading;
        this.cells = cells;
        first.add(heading.cells());
        faults.addAll(heading.faults());
    }

    static String table(RowIntake kind) {
        return "create temporary table intake_file (line int, own text, "
                + kind.columns().stream().map(c -> c.key() + " " + c.type().sql()).collect(Collectors.joining(", ")) + ") on commit drop";
    }

    /** Reads all rows. */
    void read(Lines lines, Connection connection, Order.Progress progress) throws SQLException {
        String columns = kind.columns().stream().map(Column::key).collect(Collectors.joining(", "));
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy intake_file (line, " + columns + ") from stdin");
        try {
            while (lines.hasNext()) {
                row(lines.next());
                if (++count % 5000 == 0) progress.at("reading", count);
            }
            send();
            copy.endCopy();
        } finally {
            if (copy.isActive()) copy.cancelCopy();
        }
    }

    private void row(Lines.Line line) throws SQLException {
        buffer.append(line.number());
        for (var column : kind.columns()) {
            buffer.append('\t');
            String value = cells.read(column, line);
            if (value == null) buffer.append("\\N");
            else escaped(value);
            if (cells.fault() != null && faults.size() < Outcome.MOST_FAULTS) faults.add(cells.fault());
        }
        buffer.append('\n');
        if (first.size() <= FIRST) first.add(shown(line));
        if (buffer.length() > BUFFER) send();
    }

    /** The cells as they stand, but a day that a sheet keeps as a number as it was read. */
    private List<String> shown(Lines.Line line) {
        var shown = new ArrayList<>(line.cells());
        for (var column : kind.columns()) {
            int place = heading.place(column.key());
            if (column.type() != Column.Type.DATE || place < 0 || !line.cell(place).matches("\\d{5,6}(\\.\\d+)?")) continue;
            String day = cells.read(column, line);
            if (day != null) shown.set(place, ThaiDate.full(LocalDate.parse(day)));
        }
        return shown;
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\') buffer.append("\\\\");
            else if (c == '\t') buffer.append("\\t");
            else if (c == '\n') buffer.append("\\n");
            else if (c == '\r') buffer.append("\\r");
            else buffer.append(c);
        }
    }

    private void send() throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    /** What was read, once all of it is. */
    Laid laid() {
        return new Laid(count, faults, heading.unread(), first);
    }
}
