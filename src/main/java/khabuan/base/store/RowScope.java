package khabuan.base.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.postgresql.PGConnection;

/** The place whose guarded rows (persons) the work of this thread may see: the database itself leaves out all others. A request is bound to the scope of who asks;
 *  the programme's own work (the command line, start-up, jobs) sees the country unless it binds itself.
 *  @param level "country", "region", "province", "district", "unit", or "none"
 *  @param code the code of the place; "" for the country and for none
 *  @param fund the number of the one welfare fund in that place whose books the work is for; "" when it is bound to none */
public record RowScope(String level, String code, String fund) {

    /** Bound to a place alone. */
    public RowScope(String level, String code) {
        this(level, code, "");
    }

    public static final RowScope COUNTRY = new RowScope("country", "");
    public static final RowScope NONE = new RowScope("none", "");
    private static final ThreadLocal<RowScope> BOUND = new ThreadLocal<>();

    /** Binds the work of this thread until {@link #release}. */
    public void bind() {
        BOUND.set(this);
    }

    public static void release() {
        BOUND.remove();
    }

    /** Does work within this scope; a transaction that is open already keeps its own. */
    public <T> T during(Supplier<T> work) {
        var before = BOUND.get();
        BOUND.set(this);
        try {
            return work.get();
        } finally {
            if (before == null) BOUND.remove();
            else BOUND.set(before);
        }
    }

    private static RowScope current() {
        var bound = BOUND.get();
        return bound == null ? COUNTRY : bound;
    }

    /** The pool that hands out connections which see the scope of the thread, and nothing more. */
    static final class Pool extends HikariDataSource {

        private final Map<PGConnection, RowScope> told = Collections.synchronizedMap(new WeakHashMap<>());

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            var scope = current();
            try {
                var server = connection.unwrap(PGConnection.class);
                if (!scope.equals(told.get(server))) {
                    told.remove(server);
                    tell(connection, scope);
                    told.put(server, scope);
                }
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }

        private static void tell(Connection connection, RowScope scope) throws SQLException {
            try (var statement = connection.prepareStatement("select set_config('khabuan.scope_level', ?, false), set_config('khabuan.scope_code', ?, false), set_config('khabuan.fund', ?, false)")) {
                statement.setString(1, scope.level);
                statement.setString(2, scope.code);
                statement.setString(3, scope.fund);
                statement.execute();
            }
        }
    }
}
