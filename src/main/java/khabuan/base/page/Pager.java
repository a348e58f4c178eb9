package khabuan.base.page;

/** Where a list stands.
 *  @param page counted from 1
 *  @param size rows a page
 *  @param base the list's address with its filters, without the page */
public record Pager(int page, int size, long total, String base) {

    public Pager {
        page = Math.max(1, page);
    }

    public long first() {
        return total == 0 ? 0 : offset() + 1;
    }

    public long last() {
        return Math.min(total, offset() + size);
    }

    public long offset() {
        return (long) (page - 1) * size;
    }

    public String path(int other) {
        return base + (base.contains("?") ? "&" : "?") + "page=" + other;
    }
}
