package khabuan.registry.welfare;

import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.page.RecordPanel;
import org.springframework.stereotype.Component;

/** How good a fund is in the running fiscal year, on its page. */
@Component
public class QualityPanel implements RecordPanel {

    private final Quality quality;
    private final Funds funds;

    QualityPanel(Quality quality, Funds funds) {
        this.quality = quality;
        this.funds = funds;
    }

    /** @param path where it is looked at and attested */
    public record Shown(Quality.Assessment now, String path) {}

    @Override
    public String recordKind() {
        return Fund.KIND;
    }

    @Override
    public int order() {
        return 3;
    }

    @Override
    public String template() {
        return "welfare/quality-panel";
    }

    @Override
    public Shown show(long recordId, Actor actor) {
        if (!actor.may(Right.READ)) return null;
        var year = FiscalYear.of(funds.today());
        var fund = funds.at(actor, recordId);
        var now = quality.of(fund, year, quality.dayOf(year));
        return now.standings().isEmpty() || !fund.isInForce() && now.metOfTen() == 0 ? null : new Shown(now, fund.path() + "/quality/" + year.year());
    }
}
