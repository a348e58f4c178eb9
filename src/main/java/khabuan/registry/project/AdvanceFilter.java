package khabuan.registry.project;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.page.Query;

/** Which advances a list shows, as its address says it.
 *  @param q words of the borrower or the purpose, or the code
 *  @param office a region's code or the centre's; "" for all that the person may see
 *  @param state as a word; "open" for all that are neither cleared nor refused nor withdrawn, "" for all
 *  @param bucket how late, as a word; "" for all
 *  @param sort one of {@link #SORTS} */
public record AdvanceFilter(String q, String office, String state, String bucket, String sort) {

    static final Map<String, String> SORTS = Map.of("due", "v.due_on", "newest", "v.asked_on desc, v.code desc", "borrower", "v.borrower collate \"th-TH-x-icu\"", "amount", "v.amount desc", "owed", "owed desc");
    static final List<String> STATES = Stream.concat(Stream.of("open"), Arrays.stream(Advance.State.values()).map(Advance.State::word)).toList();

    /** Reads an address; what is not understood is left out. */
    static AdvanceFilter read(Map<String, String> address) {
        String state = address.getOrDefault("state", "open"), bucket = address.getOrDefault("bucket", ""), sort = address.getOrDefault("sort", "due");
        return new AdvanceFilter(address.getOrDefault("q", "").strip(), address.getOrDefault("office", ""), STATES.contains(state) ? state : "",
                Arrays.stream(Advance.Bucket.values()).anyMatch(b -> b.word().equals(bucket)) ? bucket : "", SORTS.containsKey(sort) ? sort : "due");
    }

    /** The same list in another order. */
    public String path(String otherSort) {
        return path("/advances", office, bucket, otherSort);
    }

    /** What is out in an office, as late as that. */
    public String path(String otherOffice, String otherBucket) {
        return path("/advances", otherOffice, otherBucket, sort);
    }

    public String path() {
        return path(sort);
    }

    /** @param format "xlsx" or "csv" */
    public String exportPath(String format) {
        return path("/advances." + format, office, bucket, sort);
    }

    private String path(String base, String otherOffice, String otherBucket, String otherSort) {
        return Query.empty().saying("state", state).with("q", q).with("office", otherOffice).with("bucket", otherBucket).with("sort", otherSort).on(base);
    }
}
