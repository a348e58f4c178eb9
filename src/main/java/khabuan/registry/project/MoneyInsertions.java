package khabuan.registry.project;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.print.Block;
import khabuan.base.print.Insertion;
import khabuan.base.record.Moments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the room adds to the report of money, and to the strategy office's. */
@Configuration
class MoneyInsertions {

    private final Moments moments;
    private final Clock clock;

    MoneyInsertions(Moments moments, Clock clock) {
        this.moments = moments;
        this.clock = clock;
    }

    /** Composes a table as of a day. */
    private interface Table {
        List<Block> of(int fiscalYear, LocalDate day);
    }

    private Insertion insertion(String place, Table table) {
        return at("money." + place, table);
    }

    private Insertion at(String place, Table table) {
        return new Insertion() {
            @Override
            public String place() {
                return place;
            }

            @Override
            public List<Block> blocks(int fiscalYear, Instant knownAt) {
                return moments.read(knownAt, () -> table.of(fiscalYear, day(fiscalYear, knownAt)));
            }
        };
    }

    /** The last day of the year, or the day of knowledge before it. */
    private LocalDate day(int fiscalYear, Instant knownAt) {
        var known = knownAt == null ? ThaiDate.today(clock) : knownAt.atZone(ThaiDate.ZONE).toLocalDate();
        var end = new FiscalYear(fiscalYear).end();
        return known.isBefore(end) ? known : end;
    }

    @Bean
    Insertion budgetByCategory(MoneyTables tables) {
        return insertion("category", tables::byCategory);
    }

    @Bean
    Insertion budgetFrames(MoneyTables tables) {
        return insertion("frames", tables::frames);
    }

    @Bean
    Insertion matchingSubsidies(MoneyTables tables) {
        return insertion("subsidies", tables::subsidies);
    }

    /** The same in the chapter on welfare funds. */
    @Bean
    Insertion matchingSubsidiesOfFunds(MoneyTables tables) {
        return at("strategy-office.subsidies", tables::subsidies);
    }
}
