package khabuan.bench;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.ArrayList;
import java.util.function.IntConsumer;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Single writes of four clients, each one a change with its line in the log and its history, acknowledged when it is on the disk; beside plain inserts. */
@Component
class WritesBench implements Bench {

    private static final int CLIENTS = 4;
    private static final int EACH = 1000;
    private final Changes changes;
    private final JdbcClient jdbc;

    WritesBench(Changes changes, JdbcClient jdbc) {
        this.changes = changes;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "writes";
    }

    @Override
    public void run(PrintWriter out) throws Exception {
        out.printf("  synchronous_commit is %s%n", jdbc.sql("show synchronous_commit").query(String.class).single());
        for (int round = 1; round <= 3; round++) {
            int n = round;
            double audited = perSecond(i -> changes.make(Author.programme("bench"), "bench.write", "",
                    () -> { jdbc.sql("insert into place_alias (level, place_code, alias) values ('region', 'NE', ?)").param("ชื่อที่ " + n + " " + i).update(); }));
            double plain = perSecond(i -> jdbc.sql("insert into log.request (key, answer) values (?, '')").param(n + " " + i).update());
            out.printf("  %,.0f audited writes a second with %d clients (target 500: %s); %,.0f plain inserts of one row%n", audited, CLIENTS, audited >= 500 ? "met" : "missed", plain);
        }
    }

    private static double perSecond(IntConsumer write) throws Exception {
        long began = System.nanoTime();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var working = new ArrayList<Future<?>>();
            for (int c = 0; c < CLIENTS; c++) {
                int client = c;
                working.add(clients.submit(() -> {
                    for (int i = 0; i < EACH; i++) write.accept(client * EACH + i);
                }));
            }
            for (var one : working) one.get();
        }
        return CLIENTS * EACH / ((System.nanoTime() - began) / 1e9);
    }
}
