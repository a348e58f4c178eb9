package khabuan.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import khabuan.demo.SimulatedFundBooks.Chosen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The members of a fund, as many of each class as its statement tells, and some more who left or died before its day; numbered as they joined. The first of them are its committee. */
@Component
class SimulatedFundMembers {

    private static final List<String> CLASSES = List.of("working", "young", "elderly", "disadvantaged", "other");
    private final JdbcClient jdbc;

    SimulatedFundMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param clazz "" for none; @param leftOn null while a member; @param died whether that is why one left */
    record Member(int number, String clazz, int village, LocalDate joinedOn, LocalDate leftOn, boolean died) {

        boolean paysFor(YearMonth month) {
            return joinedOn.isBefore(month.atDay(1)) && (leftOn == null || leftOn.isAfter(month.atEndOfMonth()));
        }

        boolean stays() {
            return leftOn == null;
        }
    }

    /** Within a change. */
    List<Member> make(Chosen fund, LocalDate since, Draw draw) {
        var members = drawn(fund, since, draw);
        write(fund, members, draw);
        if (fund.committee() != null) committee(fund);
        return members;
    }

    private List<Member> drawn(Chosen fund, LocalDate since, Draw draw) {
        var members = new ArrayList<Member>();
        int village = 0;
        for (var clazz : draw.shuffled(classes(fund))) {
            boolean early = draw.chance(0.85) && fund.foundedOn().isBefore(since) || !since.isBefore(fund.asOf());
            members.add(new Member(0, clazz, ++village <= fund.villages() ? village : 1 + draw.below(fund.villages()), early ? draw.day(fund.foundedOn(), since) : draw.day(since, fund.asOf()), null, false));
        }
        var from = since.plusDays(40);
        if (from.isBefore(fund.asOf())) for (int i = fund.members() / 50; i > 0; i--) {
            boolean died = draw.chance(0.4);
            members.add(new Member(0, died ? "elderly" : "working", 1 + draw.below(fund.villages()), draw.day(fund.foundedOn(), since), draw.day(from, fund.asOf().minusDays(1)), died));
        }
        members.sort(Comparator.comparing(Member::joinedOn));
        var numbered = new ArrayList<Member>(members.size());
        for (var m : members) numbered.add(new Member(numbered.size() + 1, m.clazz, m.village, m.joinedOn, m.leftOn, m.died));
        return numbered;
    }

    private List<String> classes(Chosen fund) {
        var classes = new ArrayList<String>();
        jdbc.sql("select working, young, elderly, disadvantaged, other from welfare_statement where id = ?").param(fund.statement())
                .query(r -> { for (var clazz : CLASSES) for (int i = r.getInt(clazz); i > 0; i--) classes.add(clazz); });
        while (classes.size() < fund.members()) classes.add("");
        return classes;
    }

    /** No two members of a fund have the same name. */
    private void write(Chosen fund, List<Member> members, Draw draw) {
        var taken = new HashSet<String>();
        var names = members.stream().map(m -> Stream.generate(() -> SimulatedNames.person(draw, draw.chance(0.6))).filter(taken::add).findFirst().orElseThrow()).toArray(String[]::new);
        var persons = jdbc.sql("select nextval('record_number') from generate_series(1, ?)").param(members.size()).query(Long.class).list().toArray(Long[]::new);
        jdbc.sql("insert into person (id, unit_code, full_name) select id, :unit, name from unnest(:ids::bigint[], :names::text[]) p(id, name)").param("unit", fund.unit()).param("ids", persons).param("names", names).update();
        jdbc.sql("""
                insert into welfare_member (fund_id, number, person_id, class, village, joined_on, left_on, left_because)
                select :fund, number, person, nullif(class, ''), village, joined::date, nullif(gone, '')::date, nullif(because, '')
                from unnest(:numbers::int[], :persons::bigint[], :classes::text[], :villages::int[], :joined::text[], :gone::text[], :because::text[]) m(number, person, class, village, joined, gone, because)""")
                .param("fund", fund.fund()).param("numbers", all(members, Member::number, Integer[]::new)).param("persons", persons).param("classes", all(members, Member::clazz, String[]::new))
                .param("villages", all(members, Member::village, Integer[]::new)).param("joined", all(members, m -> m.joinedOn.toString(), String[]::new))
                .param("gone", all(members, m -> m.stays() ? "" : m.leftOn.toString(), String[]::new)).param("because", all(members, m -> m.stays() ? "" : m.died ? "died" : "left", String[]::new)).update();
    }

    /** A column of many rows, as a statement takes them. */
    static <R, T> T[] all(List<R> rows, Function<R, T> what, IntFunction<T[]> array) {
        return rows.stream().map(what).toArray(array);
    }

    private void committee(Chosen fund) {
        var elected = LocalDate.of(fund.fresh() ? 2018 : 2017, 10, 15);
        jdbc.sql("insert into welfare_election (fund_id, elected_on, until_date) values (?, ?, ?)").params(fund.fund(), elected, elected.plusYears(2)).update();
        jdbc.sql("""
                insert into welfare_office (fund_id, person_id, office, elected_on, until_date)
                select fund_id, person_id, case row_number() over (order by number) when 1 then 'chair' when 2 then 'treasurer' when 3 then 'secretary' when 4 then 'registrar' when 5 then 'auditor' else 'member' end, :elected, :until
                from welfare_member where fund_id = :fund and left_on is null order by number limit :count""")
                .param("fund", fund.fund()).param("count", fund.committee()).param("elected", elected).param("until", elected.plusYears(2)).update();
    }
}
