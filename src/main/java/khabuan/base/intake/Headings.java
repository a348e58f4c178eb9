package khabuan.base.intake;

import khabuan.base.text.Words;

/** How columns of a kind are called where people read of them. */
public record Headings(IntakeKind kind, Words words) {

    /** @param column its key; "" for the row as a whole */
    public String of(String column) {
        if (column.isEmpty() || !(kind instanceof RowIntake rows)) return column;
        return rows.columns().stream().filter(c -> c.key().equals(column)).findFirst().map(c -> c.heading(kind, words).split("\\|")[0]).orElse(column);
    }
}
