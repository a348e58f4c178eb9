package khabuan.registry.welfare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.money.Baht;
import khabuan.base.money.Grants;
import khabuan.base.text.Percentage;
import khabuan.base.text.Words;
import khabuan.registry.welfare.Figures.Source;
import khabuan.registry.welfare.FundPages.Remark;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What whoever certifies a statement should look at: beside the one before it, beside what the institute paid, beside the other funds of the region, and who saw the fund. */
@Component
class StatementRemarks {

    /** Beyond so many times what is usual in the region, or below that part of it. */
    private static final int UNUSUAL = 5;
    private final JdbcClient jdbc;
    private final Funds funds;
    private final Grants grants;

    StatementRemarks(JdbcClient jdbc, Funds funds, Grants grants) {
        this.jdbc = jdbc;
        this.funds = funds;
        this.grants = grants;
    }

    /** @param before the statement before it; null for none */
    List<Remark> of(Fund fund, Statement statement, Statement before, Words words) {
        var remarks = new ArrayList<Remark>();
        var figures = statement.figures();
        if (before != null) {
            beside(before.figures(), figures, words, remarks);
            subsidised(fund, before, statement, remarks);
        }
        if (figures.unspecified() > 0) remarks.add(remark("unspecified", words.number(figures.unspecified()), Percentage.of(figures.unspecified(), figures.members()).text()));
        if (figures.committee() == null) remarks.add(remark("committee"));
        usual(fund, figures, remarks);
        var yearStart = FiscalYear.of(statement.asOf()).start();
        if (funds.visits(fund.id()).stream().noneMatch(v -> !v.visitedOn().isBefore(yearStart) && !v.visitedOn().isAfter(statement.asOf()))) remarks.add(remark("unvisited"));
        return remarks;
    }

    private static Remark remark(String word, String... values) {
        return new Remark("welfare.remark." + word, List.of(values));
    }

    private static void beside(Figures before, Figures now, Words words, List<Remark> remarks) {
        if (before.equals(now)) remarks.add(remark("same"));
        change("members", before.members(), now.members(), words, remarks);
        if (before.received().isAbove(now.received())) remarks.add(remark("money-fell", before.received().minus(now.received()).toString()));
        if (before.given().amount().isAbove(now.given().amount())) remarks.add(remark("given-fell", before.given().amount().minus(now.given().amount()).toString()));
        if (now.villages() < before.villages()) remarks.add(remark("villages-fell", words.number(before.villages() - now.villages())));
    }

    /** What the institute paid between the two days, when the fund tells otherwise. */
    private void subsidised(Fund fund, Statement before, Statement now, List<Remark> remarks) {
        var paid = grants.received(fund.id(), before.asOf(), now.asOf());
        var told = now.figures().money().get(Source.CODI).minus(before.figures().money().get(Source.CODI));
        if (!paid.equals(told)) remarks.add(remark("subsidy", paid.toString(), told.toString()));
    }

    /** A fall, or a rise by more than a tenth. */
    private static void change(String what, int before, int now, Words words, List<Remark> remarks) {
        if (now < before) remarks.add(remark(what + "-fell", words.number(before - now)));
        else if (now > before * 1.1) remarks.add(remark(what + "-rose", words.number(now - before), Percentage.of(now - before, before).text()));
    }

    private void usual(Fund fund, Figures figures, List<Remark> remarks) {
        if (figures.members() == 0) return;
        var median = median(fund);
        if (median == null || median.signum() == 0) return;
        var own = BigDecimal.valueOf(figures.received().satang()).divide(BigDecimal.valueOf(figures.members()), 0, RoundingMode.HALF_UP);
        boolean unusual = own.compareTo(median.multiply(BigDecimal.valueOf(UNUSUAL))) > 0 || own.multiply(BigDecimal.valueOf(UNUSUAL)).compareTo(median) < 0;
        if (unusual) remarks.add(remark("unusual", new Baht(own.longValue()).toString(), new Baht(median.longValue()).toString()));
    }

    /** What the middle one of the region's funds has received for each member, in satang; null when there are none. */
    private BigDecimal median(Fund fund) {
        return jdbc.sql("""
                with here as (select r.region_code from unit u join district d on d.code = u.district_code join province_region r on r.province_code = d.province_code and r.until_date is null where u.code = :unit),
                peers as (select f.id from welfare_fund f join unit u on u.code = f.unit_code join district d on d.code = u.district_code
                  join province_region r on r.province_code = d.province_code and r.until_date is null join here on here.region_code = r.region_code where f.merged_into is null and f.ended_on is null and f.id <> :fund),
                newest as (select distinct on (s.fund_id) s.fund_id, s.members, s.from_members + s.from_local + s.from_codi + s.from_state + s.from_other + s.from_donations as received
                  from welfare_statement s join peers on peers.id = s.fund_id where s.certified_on is not null order by s.fund_id, s.as_of desc)
                select percentile_disc(0.5) within group (order by received / members) from newest where members > 0""").param("unit", fund.unitCode()).param("fund", fund.id()).query(BigDecimal.class).optional().orElse(null);
    }
}
