package khabuan.insight.explore;

import java.util.Objects;
import khabuan.base.access.Actor;

/** A view of the figures that is kept under a name.
 *  @param owner the full name of whose it is
 *  @param query the choices as an address carries them
 *  @param shared whether everybody who is signed in sees it
 *  @param pinned whether it stands on the dashboard of who asks */
public record Exploration(long id, int version, long account, String owner, String name, String query, boolean shared, boolean pinned) {

    /** Its page. */
    public String path() {
        return "/explore?" + query + "&view=" + id;
    }

    public boolean isOf(Actor actor) {
        return Objects.equals(account, actor.accountId());
    }
}
