package khabuan.registry.welfare;

import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.page.RecordPanel;
import khabuan.registry.welfare.SubsidyPages.Asked;
import khabuan.registry.welfare.SubsidyPages.OfFund;
import org.springframework.stereotype.Component;

/** The rounds in which a fund may ask or has asked, on its page. */
@Component
class SubsidyPanel implements RecordPanel {

    private static final int SHOWN = 4;
    private final SubsidyRounds rounds;
    private final SubsidyRequests requests;
    private final Funds funds;

    SubsidyPanel(SubsidyRounds rounds, SubsidyRequests requests, Funds funds) {
        this.rounds = rounds;
        this.requests = requests;
        this.funds = funds;
    }

    @Override
    public String recordKind() {
        return Fund.KIND;
    }

    @Override
    public int order() {
        return 2;
    }

    @Override
    public String template() {
        return "welfare/subsidy-panel";
    }

    @Override
    public OfFund show(long recordId, Actor actor) {
        if (!actor.may(Right.READ)) return null;
        var fund = funds.at(actor, recordId);
        var asked = rounds.of(recordId, funds.today()).stream().limit(SHOWN).map(r -> {
            var request = requests.find(r.id(), recordId).orElse(null);
            return new Asked(r, r.isOpenOn(funds.today()), request, request == null ? null : requests.standing(request));
        }).filter(a -> fund.isInForce() || a.request() != null).toList();
        return asked.isEmpty() ? null : new OfFund(fund, asked);
    }
}
