package khabuan.base.certificate;

/** What a person confirmed who orders the letters of a list.
 *  @param key of the request, so that a repeated one orders nothing more
 *  @param mark of the preview: exactly what was told is ordered
 *  @param including whether those are given a letter that lack something, for the reason */
public record Consent(String key, String mark, boolean including, String reason) {

    public Consent {
        key = key == null ? "" : key;
        mark = mark == null ? "" : mark;
        reason = reason == null ? "" : reason.strip();
    }
}
