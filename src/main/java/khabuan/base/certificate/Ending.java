package khabuan.base.certificate;

/** A way in which what a letter certifies ends after it was issued.
 *  @param key of the message that says so, with the day as {0}
 *  @param daySql an SQL expression over alias r of the record's table and :issued, the day of the letter: the day on which it ended; null while it goes on */
public record Ending(String key, String daySql) {}
