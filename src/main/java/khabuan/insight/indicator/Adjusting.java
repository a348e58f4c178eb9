package khabuan.insight.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusals;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adjusts signed targets: what was agreed stays, and what moved it stands beside it. */
@Component
class Adjusting {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Agreements agreements;
    private final Targets targets;
    private final Quarters quarters;
    private final Sites sites;

    Adjusting(JdbcClient jdbc, Changes changes, Agreements agreements, Targets targets, Quarters quarters, Sites sites) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.agreements = agreements;
        this.targets = targets;
        this.quarters = quarters;
        this.sites = sites;
    }

    /** A line of an adjustment as asked for. @param code of the indicator */
    record Line(String code, int quarter, String place, BigDecimal amount) {}

    /** Adjusts signed targets: amounts move from one to another, or are added or taken away; what was agreed stays to be seen.
     *  @throws khabuan.base.access.Refusal.Thrown when nothing moves, a quarter is closed, or a target would fall below zero */
    long adjust(int fiscalYear, LocalDate decidedOn, String body, String reason, List<Line> lines, Actor actor) {
        var refusals = new Refusals().when(!agreements.demand(fiscalYear).isSigned(), IndicatorRefusal.NOT_SIGNED, "").when(decidedOn == null, IndicatorRefusal.DAY_MISSING, "decidedOn")
                .when(body.isBlank(), IndicatorRefusal.BODY_MISSING, "body").when(reason.isBlank(), IndicatorRefusal.REASON_MISSING, "reason").when(lines.isEmpty(), IndicatorRefusal.NO_MOVEMENT, "amount-1");
        var book = targets.book(fiscalYear);
        var known = new HashMap<String, Indicator>();
        agreements.indicators(fiscalYear).forEach(i -> known.put(i.code(), i));
        for (int n = 0; n < lines.size(); n++) {
            var line = lines.get(n);
            var indicator = known.get(line.code());
            refusals.when(indicator == null, IndicatorRefusal.NO_SUCH_INDICATOR, "code-" + (n + 1), line.code()).when(!sites.isPlace(line.place()), IndicatorRefusal.NO_SUCH_INDICATOR, "place-" + (n + 1), line.place())
                    .when(quarters.of(fiscalYear, line.quarter() == 0 ? 4 : line.quarter()).closed(), IndicatorRefusal.CLOSED, "quarter-" + (n + 1));
            if (indicator == null) continue;
            var now = book.amount(indicator.id(), line.quarter(), line.place());
            refusals.when(now == null ? line.amount().signum() < 0 : now.add(line.amount()).signum() < 0, IndicatorRefusal.BELOW_ZERO, "amount-" + (n + 1), indicator.write(now));
        }
        refusals.demandNone();
        return changes.make(actor.author(), "indicator.adjust", reason.strip(), () -> {
            long id = jdbc.sql("insert into target_adjustment (fiscal_year, decided_on, body, reason) values (?, ?, ?, ?) returning id").params(fiscalYear, decidedOn, body.strip(), reason.strip()).query(Long.class).single();
            for (var line : lines)
                jdbc.sql("insert into target_movement (adjustment_id, indicator_id, quarter, place, amount) values (?, ?, ?, ?, ?)").params(id, known.get(line.code()).id(), line.quarter(), line.place(), line.amount()).update();
            return id;
        });
    }
}
