package khabuan.registry.welfare;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Role;
import khabuan.base.access.SignIn;
import khabuan.base.money.Baht;
import khabuan.base.person.Person;
import khabuan.cast.Cast;
import khabuan.cast.People;
import khabuan.registry.welfare.Collections.Payer;
import khabuan.registry.welfare.Collections.Round;
import khabuan.registry.welfare.Figures.Benefit;
import khabuan.registry.welfare.Figures.Source;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** A fund that keeps its books since October 2561, with a treasurer and a chair; the tests about it share it. */
abstract class FundHouse {

    static final LocalDate SINCE = LocalDate.of(2018, 10, 1);
    static final YearMonth AUGUST = YearMonth.of(2019, 8);
    @Autowired Funds funds;
    @Autowired FundBooks books;
    @Autowired Roster roster;
    @Autowired Collections collections;
    @Autowired Claims claims;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired People people;
    String unit, path;
    Fund fund;
    Actor treasurer, chair;

    @BeforeEach
    void aFundWithBooks() {
        unit = cast.unitInNan("อบต.", "บ่อสวก" + Long.toString(System.nanoTime(), 36));
        fund = open("กองทุนสวัสดิการชุมชนตำบลบ่อสวก");
        path = fund.path() + "/books";
        treasurer = keeper("treasurer", fund);
        chair = keeper("chair", fund);
    }

    Fund open(String name) {
        long id = funds.register(Cast.recorderOfNan(), "", new Fund.Registration(unit, "", name, LocalDate.of(2009, 5, 4))).id();
        books.open(Cast.recorderOfNan(), id, SINCE, new Figures(0, Map.of(), 0, null, Map.of(Source.MEMBERS, Baht.of(90_000)), Map.of()), Baht.of(5_000), new FundBooks.Due(SINCE, "monthly", Baht.of(30)), Map.of());
        return funds.find(id).orElseThrow();
    }

    Actor keeper(String office, Fund of) {
        var actor = people.person(office + System.nanoTime(), "กรรมการ" + office, Role.FUND_COMMITTEE, "unit", unit);
        people.ownPassword(actor);
        cast.change(() -> jdbc.sql("insert into welfare_keeper (fund_id, account_id, office, since) values (?, ?, ?, ?)").params(of.id(), actor.accountId(), office, SINCE).update());
        return actor;
    }

    /** Somebody joins in village 1. @return the number */
    int join(String first, LocalDate day) {
        return roster.join(treasurer, fund.id(), "", new Person.Details(unit, first + " " + Cast.surname(), "", ""), "working", 1, day);
    }

    long collect(YearMonth month, Integer... numbers) {
        return collections.collect(treasurer, "", new Round(fund.id(), 1, month, month.atDay(28), "เหรัญญิก", Arrays.stream(numbers).map(n -> new Payer(n, 0)).toList()));
    }

    long promise(Benefit kind, int afterMonths, long baht, Integer mostAYear) {
        return claims.promise(treasurer, fund.id(), new Claims.Rule(0, kind, SINCE, null, afterMonths, false, Baht.of(baht), java.util.List.of(), Baht.ZERO, mostAYear, null, java.util.List.of("ใบรับรองแพทย์")));
    }

    /** What a fund states of itself. @param committee null for unknown */
    void state(Fund of, LocalDate asOf, boolean certified, Integer committee) {
        cast.change(() -> jdbc.sql("""
                insert into welfare_statement (fund_id, fiscal_year, quarter, as_of, members, villages, committee, from_members, recorded_name, recorded_on, certified_name, certified_on)
                values (:fund, fiscal_year(:day), ((extract(month from :day::date)::int + 2) / 3) % 4 + 1, :day, 120, 4, :committee, 9000000, 'มาลี', :day, :by, :on)""")
                .param("fund", of.id()).param("day", asOf).param("committee", committee).param("by", certified ? "สมชาย" : null).param("on", certified ? asOf : null).update());
    }

    MockHttpServletResponse asked(AbstractMockHttpServletRequestBuilder<?> request, Actor actor) throws Exception {
        return mvc.perform(actor == null ? request : request.with(SignIn.as(actor))).andReturn().getResponse();
    }

    static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
