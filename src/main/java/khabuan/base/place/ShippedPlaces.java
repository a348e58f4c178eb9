package khabuan.base.place;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BooleanSupplier;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The places that the product brings: regions, provinces, districts and tambons. They are loaded once, into an empty database, before anything is served;
 *  from then on the database is right, and official lists are imported over them. What a later edition corrects is mended in one logged change ({@link PlaceMending}). */
@Component
public class ShippedPlaces implements SmartLifecycle {

    /** Before whatever stands in places, and long before the web side opens. */
    public static final int PHASE = 0;
    /** Since when the shipped places, and all that was always so, are known. */
    public static final Instant ALWAYS_KNOWN = Instant.parse("2007-12-31T17:00:00Z");

    /** The acts under which the log tells of them. */
    static final String LOADED = "place.load", MENDED = "place.mend";
    /** Of the files beside this class: raised with every correction of theirs. 2: the districts of Bueng Kan under their own codes, 48 tambons that are no more left out,
     *  9 that were lacking, names, three spellings of a region, the centre. 3: what people call provinces besides. */
    static final int EDITION = 3;
    private static final Author AUTHOR = Author.programme("shipped places");

    private final JdbcTemplate jdbc;
    private final Changes changes;
    private final PlaceMending mending;
    private boolean running;

    ShippedPlaces(JdbcTemplate jdbc, Changes changes, PlaceMending mending) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.mending = mending;
    }

    @Override
    public void start() {
        running = true;
        if (!hasPlaces()) changes.make(AUTHOR, LOADED, "", ALWAYS_KNOWN, () -> once(() -> !hasPlaces(), this::load));
        if (mending.edition() < EDITION) changes.make(AUTHOR, MENDED, "edition " + EDITION, () -> once(() -> mending.edition() < EDITION, mending::mend));
    }

    /** Does the work if it still must be done, however many processes start at once. */
    private Void once(BooleanSupplier must, Runnable work) {
        jdbc.execute("select pg_advisory_xact_lock(7415003)");
        if (must.getAsBoolean()) work.run();
        return null;
    }

    private boolean hasPlaces() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from present.region)", Boolean.class));
    }

    private void load() {
        insert("regions.csv", "insert into region (code, name_th, name_en, short_th, print_order) values (?, ?, ?, ?, ?::int)",
                "code", "name_th", "name_en", "short_th", "print_order");
        insert("region-aliases.csv", "insert into place_alias (level, place_code, alias) values ('region', ?, ?)", "region_code", "alias");
        insert("province-aliases.csv", "insert into place_alias (level, place_code, alias) values ('province', ?, ?)", "province_code", "alias");
        insert("provinces.csv", "insert into province (code, name_th, name_en) values (?, ?, ?)", "code", "name_th", "name_en");
        insert("provinces.csv", "insert into province_region (province_code, region_code, from_date) values (?, ?, '1900-01-01')", "code", "region_code");
        insert("districts.csv", "insert into district (code, province_code, name_th, name_en) values (?, ?, ?, ?)", "code", "province_code", "name_th", "name_en");
        insert("tambons.csv", "insert into tambon (code, district_code, name_th, name_en, postal_code) values (?, ?, ?, ?, ?)",
                "code", "district_code", "name_th", "name_en", "postal_code");
        mending.remember(EDITION);
    }

    private void insert(String file, String sql, String... columns) {
        var rows = new LinkedHashMap<List<String>, Object[]>();
        for (var record : read(file)) {
            var row = Arrays.stream(columns).map(record::getField).toArray();
            rows.put(Arrays.stream(row).map(String.class::cast).toList(), row);
        }
        jdbc.batchUpdate(sql, new ArrayList<>(rows.values()));
    }

    static List<NamedCsvRecord> read(String file) {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(ShippedPlaces.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
