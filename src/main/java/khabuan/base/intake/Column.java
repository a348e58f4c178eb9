package khabuan.base.intake;

import java.util.List;
import khabuan.base.text.Words;

/** A column of a file. Its heading stands under intake.KIND.KEY, or intake.column.KEY where kinds share it; what it means under the same key with ".hint".
 *  @param key the column of intake_file, and a heading that is always understood
 *  @param choices the words of a {@link Type#CHOICE}; how files write each of them stands under intake.KIND.KEY.WORD, spellings parted by "|"
 *  @param example as people write it */
public record Column(String key, Type type, boolean required, List<String> choices, String example) {

    /** What stands in a cell. */
    public enum Type {
        TEXT("text"), DATE("date"), WHOLE("int"), DECIMAL("double precision"), YEAR("int"), CHOICE("text"), YES_NO("boolean"),
        /** A local unit in any spelling; becomes its code. The columns district, province and region of the same file, where they are, tell namesakes apart. */
        UNIT("text");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
        }

        /** How the database keeps it. */
        public String sql() {
            return sql;
        }
    }

    public static Column required(String key, Type type, String example) {
        return new Column(key, type, true, List.of(), example);
    }

    public static Column optional(String key, Type type, String example) {
        return new Column(key, type, false, List.of(), example);
    }

    public static Column choice(String key, boolean required, String example, String... words) {
        return new Column(key, Type.CHOICE, required, List.of(words), example);
    }

    /** Its heading, spellings parted by "|". */
    public String heading(IntakeKind kind, Words words) {
        return words.t(messageKey(kind, words));
    }

    String hint(IntakeKind kind, Words words) {
        return words.t(messageKey(kind, words) + ".hint");
    }

    private String messageKey(IntakeKind kind, Words words) {
        String own = "intake." + kind.word() + "." + key;
        return words.has(own) ? own : "intake.column." + key;
    }

    /** How a choice may be written, the usual spelling first. */
    public List<String> spellings(IntakeKind kind, String choice, Words words) {
        return List.of(words.t("intake." + kind.word() + "." + key + "." + choice).split("\\|"));
    }
}
