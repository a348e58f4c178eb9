package khabuan.base.page;

import khabuan.base.access.Actor;

/** How much that is new waits for a person; the head of every page shows it. A bean of the room that knows. */
public interface Waiting {

    /** One quick query; 0 for the public. */
    long of(Actor actor);
}
