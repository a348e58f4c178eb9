package khabuan.base.place;

import java.util.List;
import java.util.Set;
import khabuan.base.record.Measure;
import khabuan.base.record.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is counted of places: the denominators. */
@Configuration
class PlaceMeasures {

    @Bean
    RecordKind unitRecord() {
        return new RecordKind("unit", "unit", "(select f.type || f.name_th from unit_form f where f.unit_code = code and f.until_date is null)", "/places/units/{id}");
    }

    @Bean
    Measure units() {
        return new Measure("units", "unit", Measure.Period.STOCK, "unit.place", Set.of("unit", "unit_form"),
                List.of("อบต.", "ทต.", "ทม.", "ทน.", "เมืองพัทยา", "เขต"), false, """
                select u.id as record_id, u.code as unit_code, greatest(u.founded_on, f.from_date) as on_date, least(u.ended_on, f.until_date) as until_date, f.type as class
                from unit u join unit_form f on f.unit_code = u.code""");
    }
}
