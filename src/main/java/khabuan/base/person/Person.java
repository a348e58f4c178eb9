package khabuan.base.person;

/** A natural person, in the clear: read with a reason, which is logged.
 *  @param nationalId the 13 digits; "" when not known
 *  @param phone "" when not known */
public record Person(long id, int version, String unitCode, String fullName, String nationalId, String phone) {

    /** What is written about a person. */
    public record Details(String unitCode, String fullName, String nationalId, String phone) {}

    /** A name for lists, which tells the person to those who know them and to nobody else: "สมชาย ใ…". */
    public static String masked(String fullName) {
        String name = fullName.strip();
        int space = name.lastIndexOf(' ');
        if (space < 0) return name.substring(0, name.offsetByCodePoints(0, 1)) + "…";
        return name.substring(0, space + 1) + name.substring(space + 1, name.offsetByCodePoints(space + 1, 1)) + "…";
    }

    @Override
    public String toString() {
        return "person " + id;
    }
}
