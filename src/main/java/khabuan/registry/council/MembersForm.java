package khabuan.registry.council;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;

/** The form by which members are added, several at once. @param rows also the empty ones */
public record MembersForm(String selectedOn, List<Row> rows, String key) {

    static final int ROWS = 5;

    /** @param memberClass "community" or "qualified" */
    public record Row(String name, String memberClass, String village, String gender) {

        static final Row EMPTY = new Row("", "community", "", "");
    }

    static MembersForm empty(String selectedOn) {
        return new MembersForm(selectedOn, IntStream.range(0, ROWS).mapToObj(i -> Row.EMPTY).toList(), UUID.randomUUID().toString());
    }

    static MembersForm read(MultiValueMap<String, String> sent) {
        var rows = new ArrayList<Row>();
        for (int i = 1; sent.containsKey("name-" + i) && i <= 100; i++)
            rows.add(new Row(text(sent, "name-" + i), text(sent, "class-" + i), text(sent, "village-" + i), text(sent, "gender-" + i)));
        return new MembersForm(text(sent, "selectedOn"), rows, text(sent, "key"));
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value.strip().replaceAll("\\s+", " ");
    }

    MembersForm withMoreRows() {
        var more = new ArrayList<>(rows);
        for (int i = 0; i < ROWS; i++) more.add(Row.EMPTY);
        return new MembersForm(selectedOn, more, key);
    }

    /** The rows that have a name. */
    List<Members.Joining> joining() {
        return rows.stream().filter(r -> !r.name().isEmpty()).map(r -> new Members.Joining(r.name(), r.memberClass().equals("qualified") ? "qualified" : "community", r.village(),
                List.of("female", "male", "other").contains(r.gender()) ? r.gender() : "")).toList();
    }
}
