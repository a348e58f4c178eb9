package khabuan.bench;

import java.io.PrintWriter;
import khabuan.base.store.Home;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lists of councils and organisations and the search, as somebody signed in gets them from a running server: the whole page, compressed, over HTTP; beside the rows
 *  of such pages in plain SQL. */
@Component
class ListsBench implements Bench {

    private static final int TARGET = 20;
    private static final String GROUP_NAME = "%E0%B8%AD%E0%B8%AD%E0%B8%A1%E0%B8%97%E0%B8%A3%E0%B8%B1%E0%B8%9E%E0%B8%A2%E0%B9%8C";
    private static final String PLACE_NAME = "%E0%B8%9A%E0%B9%89%E0%B8%B2%E0%B8%99%E0%B9%80%E0%B8%9B%E0%B9%89%E0%B8%B2";
    private final Home home;
    private final JdbcClient jdbc;

    ListsBench(Home home, JdbcClient jdbc) {
        this.home = home;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public boolean needsRecords() {
        return true;
    }

    @Override
    public void run(PrintWriter out) throws Exception {
        var clock = new Clockwork(out, 30);
        try (var served = Served.open("run", home.path())) {
            var visitor = new Visitor(served.origin()).signIn("centre");
            pages(clock, visitor, "councils", "/councils", "", "?region=NE", "?province=40", "?region=NE&certified=no", "?sort=name", "?sort=name&page=150", "?due=yes", "?documented=no", "?q=" + PLACE_NAME);
            pages(clock, visitor, "organisations", "/organisations", "", "?place=region:NE", "?place=province:40", "?place=district:4001", "?page=100", "?page=3100", "?place=region:NE&page=1000",
                    "?state=new", "?state=uncertified", "?state=certified&sort=registered", "?q=" + GROUP_NAME, "?q=" + PLACE_NAME);
            clock.time("a page that reads nothing: /sign-in", 0, () -> {}, () -> visitor.get("/sign-in"));
        }
        clock.time("in plain SQL: 50 organisations by name", 0, () -> {}, () -> rows("select id, name, unit_code from organisation order by name collate \"th-TH-x-icu\", id limit 50"));
        clock.time("in plain SQL: how many organisations there are", 0, () -> {}, () -> rows("select count(*) from organisation where merged_into is null"));
        clock.time("in plain SQL: 50 councils by place", 0, () -> {}, () -> rows("select c.id, c.name from council c join unit u on u.code = c.unit_code order by u.district_code, c.unit_code, c.id limit 50"));
        clock.time("in plain SQL: 50 organisations whose name has a word", 0, () -> {},
                () -> rows("select id, name from organisation where name like '%ออมทรัพย์%' order by name collate \"th-TH-x-icu\", id limit 50"));
    }

    private static void pages(Clockwork clock, Visitor visitor, String what, String base, String... addresses) {
        for (var address : addresses) clock.time(what + " " + java.net.URLDecoder.decode(address, java.nio.charset.StandardCharsets.UTF_8), TARGET, () -> {}, () -> visitor.get(base + address));
    }

    private Object rows(String sql) {
        return jdbc.sql(sql).query().listOfRows();
    }
}
