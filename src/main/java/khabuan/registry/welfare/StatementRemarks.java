package khabuan.registry.welfare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.money.Baht;
import khabuan.base.money.Grants;
import khabuan.base.text.Percentage;
import khabuan.base.text.Words;
import khabuan.registry.welfare.Figures.Benefit;
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
        if (before != null) beside(before.figures(), figures, words, remarks);
        subsidised(fund, before, statement, remarks);
        counted(fund, statement, words, remarks);
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
        fell("sources-fell", Arrays.stream(Source.values()).filter(s -> before.money().get(s).isAbove(now.money().get(s))).map(s -> words.t("class.welfare.money." + s.word())), remarks);
        fell("kinds-fell", Arrays.stream(Benefit.values()).filter(b -> now.benefits().get(b).recipients() < before.benefits().get(b).recipients()).map(b -> words.t("class.welfare.paid." + b.word())), remarks);
        if (now.villages() < before.villages()) remarks.add(remark("villages-fell", words.number(before.villages() - now.villages())));
    }

    /** What counts from the founding and fell nevertheless, though the sum may have risen. */
    private static void fell(String word, Stream<String> which, List<Remark> remarks) {
        String all = which.collect(Collectors.joining(", "));
        if (!all.isEmpty()) remarks.add(remark(word, all));
    }

    /** What the institute paid between the two days, when the fund tells otherwise; and all that it paid, when the fund tells of less. @param before null for none */
    private void subsidised(Fund fund, Statement before, Statement now, List<Remark> remarks) {
        var ever = grants.received(fund.id(), fund.foundedOn().minusDays(1), now.asOf());
        if (ever.isAbove(now.figures().money().get(Source.CODI))) remarks.add(remark("subsidy-ever", ever.toString(), now.figures().money().get(Source.CODI).toString()));
        if (before == null) return;
        var paid = grants.received(fund.id(), before.asOf(), now.asOf());
        var told = now.figures().money().get(Source.CODI).minus(before.figures().money().get(Source.CODI));
        if (!paid.equals(told)) remarks.add(remark("subsidy", paid.toString(), told.toString()));
    }

    /** For more members than it tells of, it was counted in a round of subsidies within the year before. */
    private void counted(Fund fund, Statement now, Words words, List<Remark> remarks) {
        int counted = jdbc.sql("select coalesce(max(counted), 0) from subsidy_request where fund_id = :fund and ended_on is null and asked_on between :from and :day").param("fund", fund.id()).param("from", now.asOf().minusYears(1))
                .param("day", now.asOf()).query(Integer.class).single();
        if (counted > now.figures().members()) remarks.add(remark("subsidy-members", words.number(counted), words.number(now.figures().members())));
    }

    /** A fall, or a rise by more than a tenth. */
    private static void change(String what, int before, int now, Words words, List<Remark> remarks) {
        if (now < before) remarks.add(remark(what + "-fell", words.number(before - now)));
        else if (now > before * 1.1) remarks.add(remark(what + "-rose", words.number(now - before), Percentage.of(now - before, before).text()));
    }

    private void usual(Fund fund, Figures figures, List<Remark> remarks) {
        if (figures.members() == 0) return;
        var peers = peers(fund);
        unusual("unusual", figures.received(), figures.members(), peers.received, remarks);
        unusual("unusual-given", figures.given().amount(), figures.members(), peers.given, remarks);
    }

    private static void unusual(String word, Baht whole, int members, BigDecimal median, List<Remark> remarks) {
        if (median == null || median.signum() == 0) return;
        var own = BigDecimal.valueOf(whole.satang()).divide(BigDecimal.valueOf(members), 0, RoundingMode.HALF_UP);
        boolean unusual = own.compareTo(median.multiply(BigDecimal.valueOf(UNUSUAL))) > 0 || own.multiply(BigDecimal.valueOf(UNUSUAL)).compareTo(median) < 0;
        if (unusual) remarks.add(remark(word, new Baht(own.longValue()).toString(), new Baht(median.longValue()).toString()));
    }

    /** What the middle one of the region's funds has received, and of those that gave, given for each member, in satang; null when there are none. */
    private record Peers(BigDecimal received, BigDecimal given) {}

    private Peers peers(Fund fund) {
        return jdbc.sql("""
                with here as (select r.region_code from unit u join district d on d.code = u.district_code join province_region r on r.province_code = d.province_code and r.until_date is null where u.code = :unit),
                peers as (select f.id from welfare_fund f join unit u on u.code = f.unit_code join district d on d.code = u.district_code
                  join province_region r on r.province_code = d.province_code and r.until_date is null join here on here.region_code = r.region_code where f.merged_into is null and f.ended_on is null and f.id <> :fund),
                newest as (select distinct on (s.fund_id) s.id, s.fund_id, s.members, s.from_members + s.from_local + s.from_codi + s.from_state + s.from_other + s.from_donations as received
                  from welfare_statement s join peers on peers.id = s.fund_id where s.certified_on is not null order by s.fund_id, s.as_of desc)
                select percentile_disc(0.5) within group (order by n.received / n.members), percentile_disc(0.5) within group (order by b.given / n.members)
                from newest n left join (select statement_id, sum(amount)::bigint as given from welfare_benefit group by 1) b on b.statement_id = n.id where n.members > 0""").param("unit", fund.unitCode()).param("fund", fund.id())
                .query((r, n) -> new Peers(r.getBigDecimal(1), r.getBigDecimal(2))).single();
    }
}
