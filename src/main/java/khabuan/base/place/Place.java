package khabuan.base.place;

/** A place of the tree as it is now.
 *  @param code official code; "TH" for the country
 *  @param title as people call it: "ต.บ้านนา" would be ambiguous, so a unit carries its type: "อบต.บ้านนา"
 *  @param nameEn empty when not known
 *  @param parent the code of the place above; empty for the country */
public record Place(Level level, String code, String title, String nameEn, String parent) {

    public static final Place COUNTRY = new Place(Level.COUNTRY, "TH", "ทั่วประเทศ", "Thailand", "");

    /** How it is told from all others in one word, in addresses and in the database: "province:40". */
    public String key() {
        return level.word() + ":" + code;
    }

    /** The address of its page. */
    public String path() {
        return "/places/" + level.word() + "/" + code;
    }
}
