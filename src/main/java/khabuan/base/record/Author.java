package khabuan.base.record;

/** Who makes a change or reads personal data, and from where.
 *  @param accountId null for the programme itself
 *  @param name the account's name as it stands in the log
 *  @param address a network address, or the name of the door: "command line" */
public record Author(Long accountId, String name, String address) {

    /** The programme itself, doing the work that is named. */
    public static Author programme(String work) {
        return new Author(null, "khabuan", work);
    }
}
