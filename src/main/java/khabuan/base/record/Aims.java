package khabuan.base.record;

import java.util.List;

/** What a record may say that it serves: the indicators of a year's performance agreement, by whoever keeps them. */
public interface Aims {

    /** An indicator. @param code by which records name it, within its year; @param title as people call it; @param path of its page */
    record Aim(String code, String title, String path) {}

    /** Those of a fiscal year, in print order; none when it has no agreement. */
    List<Aim> aims(int fiscalYear);
}
