package khabuan.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import khabuan.base.store.Home;
import org.springframework.stereotype.Component;

/** What a page weighs on the wire, with all that it needs, for somebody who comes for the first time; and whether it comes compressed, and what it needs may be kept. */
@Component
class PagesBench implements Bench {

    /** Pages of every room; each in the demonstration. */
    static final List<String> TOUR = List.of("/", "/councils", "/councils?region=NE&sort=name", "/councils/new", "/organisations", "/organisations?place=province:40", "/organisations/new",
            "/places/country/TH", "/places/region/NE", "/places/province/40", "/places/district/4001", "/figures", "/figures/council.registered", "/map", "/reports", "/import", "/me");
    /** The first record of a list. */
    private static final Pattern RECORD = Pattern.compile("href=\"(/(?:councils|organisations)/\\d+)\"");
    private static final int SIGN_IN = 100;
    private static final int OTHER = 300;
    private final Home home;

    PagesBench(Home home) {
        this.home = home;
    }

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public boolean needsRecords() {
        return true;
    }

    @Override
    public void run(PrintWriter out) throws Exception {
        try (var served = Served.open("run", home.path())) {
            var visitor = new Visitor(served.origin());
            weigh("/sign-in", visitor.withAssets("/sign-in"), SIGN_IN, out);
            visitor.signIn("centre");
            for (var path : TOUR) weigh(path, visitor.withAssets(path), OTHER, out);
            for (var list : List.of("/councils", "/organisations")) {
                String record = Visitor.found(RECORD, visitor.get(list).text()).iterator().next();
                weigh(record, visitor.withAssets(record), OTHER, out);
            }
        }
    }

    private static void weigh(String path, Map<String, Visitor.Answer> parts, int target, PrintWriter out) {
        double all = parts.values().stream().mapToInt(a -> a.wire().length).sum() / 1024.0;
        double page = parts.get(path).wire().length / 1024.0;
        out.printf("  %-50s %7.1f KB, with %2d assets %7.1f KB  target %d: %s%n", path, page, parts.size() - 1, all, target, all <= target ? "met" : "missed");
        parts.forEach((part, answer) -> {
            if (answer.encoding().isEmpty() && answer.wire().length > 2048 && !part.matches(".*\\.(woff2|png|jpg)")) out.println("    not compressed: " + part);
            if (!part.equals(path) && !answer.caching().contains("max-age")) out.println("    may not be kept: " + part);
        });
    }
}
