package khabuan.insight.correction;

import java.util.Set;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.gap.Gap;
import khabuan.base.page.NavigationEntry;
import khabuan.base.page.RecordPanel;
import khabuan.base.place.Place;
import khabuan.base.place.PlacePanel;
import khabuan.base.record.Measure;
import khabuan.base.record.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where requests for correction appear in the house: a link on the pages of records and places, an entry of the navigation, a gap of everybody's work. */
@Configuration
class CorrectionPlaces {

    @Bean
    static NavigationEntry correctionsEntry() {
        return new NavigationEntry(47, "nav.corrections", "/corrections", Right.RECORD, "");
    }

    @Bean
    RecordKind correction() {
        return new RecordKind(Corrections.KIND, "correction", "subject_title", "/corrections/{id}");
    }

    /** Open from the day it was asked until the day it was answered. */
    @Bean
    Measure correctionsOpen() {
        return Measure.count("correction.open", Corrections.KIND, Measure.Period.STOCK, "unit.correction", Set.of("correction", "correction_step"), """
                select c.id as record_id, c.unit_code, c.asked_on as on_date,
                  (select min(s.on_date) from correction_step s where s.correction_id = c.id and s.state in ('corrected', 'refused')) as until_date, null::text as class
                from correction c where c.unit_code is not null""");
    }

    @Bean
    static Gap correctionsGap() {
        return new Gap("correction.open", Gap.Gravity.MIDDLING, Right.RECORD, "", "/corrections/{id}", 15);
    }

    @Bean
    static RecordPanel linkOnRecords() {
        return new RecordPanel() {
            @Override
            public String recordKind() {
                return "";
            }

            @Override
            public int order() {
                return 1000;
            }

            @Override
            public String template() {
                return "correction/link";
            }

            @Override
            public Object show(long recordId, Actor actor) {
                return null;
            }

            @Override
            public Object show(String recordKind, long recordId, Actor actor) {
                return new CorrectionPages.Link(recordKind + ":" + recordId);
            }
        };
    }

    @Bean
    static PlacePanel linkOnPlaces() {
        return new PlacePanel() {
            @Override
            public int order() {
                return 1000;
            }

            @Override
            public String template() {
                return "correction/link";
            }

            @Override
            public Object show(Place place, Actor actor) {
                return new CorrectionPages.Link("place:" + place.key());
            }
        };
    }
}
