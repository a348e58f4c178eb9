package khabuan.base.duplicate;

import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.page.RecordPanel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says on the page of a record what it may be the same as, from the moment it is registered or corrected, to those who record. */
@Component
public class SuspectedPanel implements RecordPanel {

    private final JdbcClient jdbc;
    private final Compared compared;

    SuspectedPanel(JdbcClient jdbc, Compared compared) {
        this.jdbc = jdbc;
        this.compared = compared;
    }

    /** @param pairs that are open, the likeliest first; never empty */
    public record Suspected(List<Pair> pairs) {}

    @Override
    public String recordKind() {
        return "";
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String template() {
        return "duplicate/suspected";
    }

    @Override
    public Object show(long recordId, Actor actor) {
        return null;
    }

    @Override
    public Object show(String recordKind, long recordId, Actor actor) {
        if (!actor.may(Right.RECORD) || compared.kinds(actor).stream().noneMatch(k -> k.kind().equals(recordKind))) return null;
        var pairs = jdbc.sql("select * from duplicate_pair where record_kind = :kind and (first_id = :id or second_id = :id) and state in ('suspected', 'proposed') order by score desc, id limit 5")
                .param("kind", recordKind).param("id", recordId).query((r, n) -> Pairs.pair(r)).list();
        return pairs.isEmpty() ? null : new Suspected(pairs);
    }
}
