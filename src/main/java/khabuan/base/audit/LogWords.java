package khabuan.base.audit;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import khabuan.base.access.RemoteAddress;
import khabuan.base.text.Words;

/** The lines of the log in the reader's language: what the programme itself wrote as a word is told by the messages why.ACT.WORD, kind.WORD, actor.WORD and from.WORD. */
public final class LogWords {

    private static final Pattern JOB = Pattern.compile("งานที่ \\d+ ?");

    private LogWords() {}

    public static String kind(Words words, String kind) {
        return told(words, "kind." + kind, kind);
    }

    /** Who: an account by its name. */
    public static String actor(Words words, Log.Line line) {
        return told(words, "actor." + line.actor().replace(' ', '-'), line.actor());
    }

    /** From where: a network address, or the name of a door. */
    public static String address(Words words, Log.Line line) {
        return told(words, "from." + line.address().replace(' ', '-'), RemoteAddress.brief(line.address()));
    }

    /** Why, as its author said; a search as its fields say it, what was out of reach by its address alone. */
    public static String why(Words words, Log.Line line) {
        return switch (line.act()) {
            case "log.search", "log.export" -> search(words, line.reason());
            case "access.out-of-reach" -> line.reason().split(": ", 2)[0];
            case "correction.take" -> told(words, "correction.state." + line.reason(), line.reason());
            case "place.mend" -> words.t("why.edition", line.reason().replace("edition ", ""));
            default -> told(words, "why." + line.act() + "." + line.reason(), line.reason());
        };
    }

    /** The lines of one job of many changes, as an address of the log; "" for a line of none. */
    public static String job(Log.Line line) {
        var job = JOB.matcher(line.reason());
        return line.act().contains("batch") && job.lookingAt() ? "/log?text=" + URLEncoder.encode(job.group(), StandardCharsets.UTF_8) : "";
    }

    private static String told(Words words, String key, String otherwise) {
        return words.has(key) ? words.t(key) : otherwise;
    }

    /** "/log?who=malee&act=&…" as "ผู้ใช้: malee"; behind an export, its format. */
    private static String search(Words words, String path) {
        var parts = path.split(" ", 2);
        String query = parts[0].contains("?") ? parts[0].substring(parts[0].indexOf('?') + 1) : "";
        String fields = Arrays.stream(query.split("&")).map(field -> field.split("=", 2)).filter(f -> f.length == 2 && !f[1].isEmpty())
                .map(f -> words.t("log." + f[0]) + ": " + value(words, f[0], URLDecoder.decode(f[1], StandardCharsets.UTF_8))).collect(Collectors.joining(" · "));
        return (fields.isEmpty() ? words.t("log.any") : fields) + (parts.length > 1 ? " " + parts[1] : "");
    }

    private static String value(Words words, String field, String value) {
        return field.equals("kind") ? kind(words, value) : value;
    }
}
