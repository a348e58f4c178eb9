package khabuan.base.money;

/** A room whose records are given grants hears when one of them falls: it was rejected or has ended, and nothing of it is, or may still come, with whom it was given to. */
public interface FallenGrants {

    /** Within the change by which it falls. @param grant its number, as {@link Grants#propose} answered it; @param reason "" when the end says it all */
    void fell(long grant, String reason);
}
