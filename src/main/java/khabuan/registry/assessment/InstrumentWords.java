package khabuan.registry.assessment;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import khabuan.base.text.Bundles;
import khabuan.base.text.Coined;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The classes of the measures of assessments in words: an instrument by its name, a level of it by the name that its newest edition gives it; in English a level is its code, for its name is Thai. */
@Component
class InstrumentWords implements Coined {

    private static final Pattern CLASS = Pattern.compile("class\\.assessment\\.(?:verified|unverified|graded)\\.([a-z0-9-]+)(?: ([A-Z0-9-]+))?");
    private final JdbcClient jdbc;

    InstrumentWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean mayKnow(String key) {
        return CLASS.matcher(key).matches();
    }

    @Override
    public Optional<String> word(String key, Locale language) {
        var parts = CLASS.matcher(key);
        if (!parts.matches()) return Optional.empty();
        boolean thai = language.equals(Bundles.THAI);
        String level = parts.group(2);
        return jdbc.sql("""
                select case when :thai then i.name else coalesce(nullif(i.name_en, ''), i.name) end,
                       coalesce(case when :thai then (select l.name from instrument_level l join instrument_edition e on e.id = l.edition_id
                         where e.instrument_id = i.id and l.code = :level order by e.from_fiscal_year desc, e.number desc limit 1) end, :level)
                from instrument i where i.code = :code""").param("thai", thai).param("level", level, java.sql.Types.VARCHAR).param("code", parts.group(1))
                .query((r, n) -> level == null ? r.getString(1) : r.getString(1) + " · " + r.getString(2)).optional();
    }
}
