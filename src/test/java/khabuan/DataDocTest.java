package khabuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@World
@DisplayName("docs/data.md")
class DataDocTest {

    private static final Path PAGE = Path.of("docs/data.md");

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("tells the tables as they are; -Dkhabuan.write-docs writes it anew")
    void tables() throws IOException {
        var page = new StringBuilder("""
                # Tables
                Written by `DataDocTest` from the database. A kept table has, beside these columns, `version`, `recorded_at` and `change_id` (→ `log.entry`), its superseded versions
                in schema `history`, and a view of the past in schema `past`.
                """);
        jdbc.sql("""
                select n.nspname || '.' || c.relname as name, coalesce(obj_description(c.oid), '') as said,
                  exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'keep_history') as kept,
                  (select string_agg('`' || a.attname || '` ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then '' else ' ?' end
                     || coalesce(' → ' || (select f.relname from pg_constraint k join pg_class f on f.oid = k.confrelid where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey) limit 1), ''),
                     ', ' order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                     and a.attname not in ('version', 'recorded_at', 'change_id')) as columns
                from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('present', 'log') and c.relkind = 'r' order by 1""")
                .query(row -> {
                    page.append("\n## ").append(row.getString("name")).append(row.getBoolean("kept") ? " (kept)" : "").append('\n').append(row.getString("said")).append("\n\n")
                            .append(row.getString("columns")).append('\n');
                });
        if (System.getProperty("khabuan.write-docs") != null) Files.writeString(PAGE, page);
        assertThat(Files.readString(PAGE)).isEqualTo(page.toString());
    }
}
