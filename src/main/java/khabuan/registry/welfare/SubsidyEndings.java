package khabuan.registry.welfare;

import java.util.List;
import khabuan.base.money.FallenGrants;
import khabuan.base.text.Bundles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How requests for matching subsidies end: refused, withdrawn, or fallen with the project that they became. Whoever was counted by them may be counted for another fund. */
@Component
class SubsidyEndings implements FallenGrants {

    private final JdbcClient jdbc;
    private final Funds funds;
    private final Bundles bundles;

    SubsidyEndings(JdbcClient jdbc, Funds funds, Bundles bundles) {
        this.jdbc = jdbc;
        this.funds = funds;
        this.bundles = bundles;
    }

    /** Ends requests. Within a change. @param as "refused", "withdrawn" or "fallen" */
    void end(List<Long> requests, String as, String because) {
        if (requests.isEmpty()) return;
        jdbc.sql("delete from subsidy_person where request_id in (:ids)").param("ids", requests).update();
        jdbc.sql("update subsidy_request set ended_on = :today, ended_as = :as, ended_because = :because where id in (:ids)").param("today", funds.today()).param("as", as).param("because", because).param("ids", requests).update();
    }

    @Override
    public void fell(long grant, String reason) {
        String because = reason.isBlank() ? bundles.in(Bundles.THAI).t("welfare.subsidy.all-returned") : reason;
        end(jdbc.sql("select id from subsidy_request where project_id = ? and ended_on is null").param(grant).query(Long.class).list(), "fallen", because);
    }
}
