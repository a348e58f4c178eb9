package khabuan.base.evidence;

import java.util.List;
import java.util.Set;

/** Which evidence records of a kind bear: a bean of the room that owns them.
 *  @param recordKind the kind of record: "council"
 *  @param room the room whose people may attach; as in a person's rooms
 *  @param table its table, which has the columns id and unit_code, or a select in brackets that has; a unit_code of '' says that the record lies above the units:
 *         everybody of the room sees its files, the centre attaches them
 *  @param kinds the kinds of evidence, in the order of the page
 *  @param byYear those of them that belong to a fiscal year
 *  @param words the prefix of the message keys that name the kinds: "council.evidence."
 *  @param path the page of a record, with {id} in it
 *  @param optional those of the kinds that are not wanted of every record: the room says itself which are missing */
public record EvidenceOwner(String recordKind, String room, String table, List<String> kinds, Set<String> byYear, String words, String path, Set<String> optional) {

    /** All kinds are wanted. */
    public EvidenceOwner(String recordKind, String room, String table, List<String> kinds, Set<String> byYear, String words, String path) {
        this(recordKind, room, table, kinds, byYear, words, path, Set.of());
    }

    public String path(long id) {
        return path.replace("{id}", Long.toString(id)) + "#evidence";
    }
}
