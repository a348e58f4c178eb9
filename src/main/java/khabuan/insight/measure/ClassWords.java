package khabuan.insight.measure;

import khabuan.base.text.Words;

/** The classes of measures in the reader's language. */
public final class ClassWords {

    private ClassWords() {}

    /** By its own message "class.council.members.qualified", or by one for all classes of the measure, "class.council.certified" with the class as {0}; otherwise the class as it is kept. */
    public static String of(Words words, String measure, String clazz) {
        if (clazz.isEmpty()) return "–";
        String own = "class." + measure + "." + clazz, said = words.t(own);
        String all = "class." + measure;
        return !said.equals(own) ? said : words.has(all) ? words.t(all, clazz) : clazz;
    }
}
