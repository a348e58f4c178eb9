package khabuan.base.store;

/** The house as the command line sees it: closed until the first thing of it is asked for, and closed again when the command ends. */
public interface House {

    /** A bean of the house. @throws Refused when the house can't be opened */
    <T> T get(Class<T> type);
}
