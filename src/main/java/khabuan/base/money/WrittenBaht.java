package khabuan.base.money;

/** Amounts in files, as {@link Baht#parse} reads them, for SQL: never as floating point. */
public final class WrittenBaht {

    private WrittenBaht() {}

    /** SQL for the satang that a text says: "72,000", "72000.5", in Thai digits too; null for anything else. @param text SQL for the text */
    public static String satang(String text) {
        String plain = "translate(" + text + ", '๐๑๒๓๔๕๖๗๘๙', '0123456789')";
        return "case when " + plain + " ~ '^([0-9]{1,3}(,[0-9]{3})+|[0-9]{1,13})([.][0-9]{1,2})?$' then (replace(" + plain + ", ',', '')::numeric * 100)::bigint end";
    }
}
