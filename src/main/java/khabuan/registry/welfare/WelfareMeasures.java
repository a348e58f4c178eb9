package khabuan.registry.welfare;

import static khabuan.base.record.Measure.Period.FLOW;
import static khabuan.base.record.Measure.Period.STOCK;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import khabuan.base.record.Measure;
import khabuan.base.record.RecordKind;
import khabuan.registry.welfare.Figures.Benefit;
import khabuan.registry.welfare.Figures.MemberClass;
import khabuan.registry.welfare.Figures.Source;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is counted of welfare funds. The figures of a fund at a day are those of its newest certified statement. */
@Configuration
class WelfareMeasures {

    private static final Set<String> STATED = Set.of("welfare_fund", "welfare_statement");
    /** Certified statements, each with the day from which the next one holds. */
    static final String STANDING = """
            (select *, lead(as_of) over (partition by fund_id order by as_of) as next_on from welfare_statement where certified_on is not null /* of welfare_fund: fund_id */) s
            join welfare_fund f on f.id = s.fund_id and f.merged_into is null""";

    @Bean
    RecordKind welfareFundKind() {
        return new RecordKind(Fund.KIND, "welfare_fund", "name", "/funds/{id}", "welfare");
    }

    @Bean
    Measure welfareFunds() {
        return Measure.count("welfare.registered", Fund.KIND, STOCK, "unit.fund", Set.of("welfare_fund"), """
                select id as record_id, unit_code, founded_on as on_date, ended_on as until_date, null::text as class from welfare_fund where merged_into is null""");
    }

    @Bean
    Measure welfareNew() {
        return Measure.count("welfare.new", Fund.KIND, FLOW, "unit.fund", Set.of("welfare_fund"), """
                select id as record_id, unit_code, founded_on as on_date, ended_on as until_date, null::text as class from welfare_fund where merged_into is null""");
    }

    /** Sums of what stands in statements.
     *  @param values SQL: rows of class and value over s */
    private static String stated(String values) {
        return """
                select f.id as record_id, f.unit_code, s.as_of as on_date, least(s.next_on, f.ended_on) as until_date, c.class, c.value::bigint as value
                from %s cross join lateral (%s) c(class, value) where c.value <> 0""".formatted(STANDING, values);
    }

    @Bean
    Measure welfareMembers() {
        var classes = Arrays.stream(MemberClass.values()).map(MemberClass::word).collect(Collectors.toList());
        String values = classes.stream().map(c -> "('%s', s.%s)".formatted(c, c)).collect(Collectors.joining(", ", "values ", ", ('unspecified', s.members - s.working - s.young - s.elderly - s.disadvantaged - s.other)"));
        classes.add("unspecified");
        return new Measure("welfare.members", Fund.KIND, STOCK, "unit.person", STATED, classes, true, stated(values));
    }

    @Bean
    Measure welfareVillages() {
        return new Measure("welfare.villages", Fund.KIND, STOCK, "unit.village", STATED, List.of(), true, stated("values (null::text, s.villages)"));
    }

    @Bean
    Measure welfareMoney() {
        var sources = Arrays.stream(Source.values()).map(Source::word).toList();
        String values = Arrays.stream(Source.values()).map(s -> "('%s', s.%s)".formatted(s.word(), s.column())).collect(Collectors.joining(", ", "values ", ""));
        return Measure.money("welfare.money", Fund.KIND, STOCK, STATED, sources, stated(values));
    }

    private static final Set<String> GIVEN = Set.of("welfare_fund", "welfare_statement", "welfare_benefit");
    private static final List<String> KINDS = Arrays.stream(Benefit.values()).map(Benefit::word).toList();

    @Bean
    Measure welfareBeneficiaries() {
        return new Measure("welfare.beneficiaries", Fund.KIND, STOCK, "unit.person", GIVEN, KINDS, true, stated("select kind, recipients from welfare_benefit b where b.statement_id = s.id"));
    }

    @Bean
    Measure welfarePaid() {
        return Measure.money("welfare.paid", Fund.KIND, STOCK, GIVEN, KINDS, stated("select kind, amount from welfare_benefit b where b.statement_id = s.id"));
    }

    /** Brought up to date in a fiscal year: from the first certified statement of the year until its end. */
    @Bean
    Measure welfareUpdated() {
        return Measure.count("welfare.updated", Fund.KIND, STOCK, "unit.fund", STATED, """
                select f.id as record_id, f.unit_code, s.on_date, least(make_date(s.fiscal_year - 543, 10, 1), f.ended_on) as until_date, null::text as class
                from (select fund_id, fiscal_year, min(as_of) as on_date from welfare_statement where certified_on is not null /* of welfare_fund: fund_id */ group by 1, 2) s
                join welfare_fund f on f.id = s.fund_id and f.merged_into is null""");
    }
}
