package khabuan.demo;

import org.springframework.jdbc.core.JdbcTemplate;

/** The next numbers of records, taken from the house's one sequence in long runs. */
final class Numbers {

    private static final int RUN = 50_000;
    private final JdbcTemplate jdbc;
    private long next;
    private long last = -1;

    Numbers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    long next() {
        if (next > last) take();
        return next++;
    }

    private void take() {
        var run = jdbc.queryForMap("select min(n) as first, max(n) as last, count(*) as count from (select nextval('record_number') as n from generate_series(1, ?)) run", RUN);
        next = ((Number) run.get("first")).longValue();
        last = ((Number) run.get("last")).longValue();
        if (last - next + 1 != RUN) throw new IllegalStateException("Somebody else is writing: the numbers of records are not one run.");
    }
}
