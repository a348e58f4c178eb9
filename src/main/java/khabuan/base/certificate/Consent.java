package khabuan.base.certificate;

/** What a person confirmed who orders the letters of a list.
 *  @param key of the request, so that a repeated one orders nothing more
 *  @param mark of the preview: exactly what was told is ordered
 *  @param including null or false, or whether those are given a letter that lack something, for the reason */
public record Consent(String key, String mark, Boolean including, String reason) {

    public Consent {
        key = key == null ? "" : key;
        mark = mark == null ? "" : mark;
        including = Boolean.TRUE.equals(including);
        reason = reason == null ? "" : reason.strip();
    }
}
