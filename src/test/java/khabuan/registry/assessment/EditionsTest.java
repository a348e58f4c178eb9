package khabuan.registry.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusal;
import khabuan.cast.Cast;
import khabuan.cast.People;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@World
@DisplayName("An edition of an instrument")
class EditionsTest {

    @Autowired Instruments instruments;
    @Autowired Drafting drafting;
    @Autowired People people;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;

    private Edition draft(String code) {
        var centre = people.centreOfficer();
        long from = instruments.all().stream().filter(i -> i.code().equals(code)).findFirst().orElseThrow().editions().getLast().id();
        return instruments.edition(drafting.copy(centre, from, 2590));
    }

    private void refused(String sql, Object... values) {
        assertThatThrownBy(() -> cast.change(() -> jdbc.sql(sql).params(values).update())).isInstanceOf(DataAccessException.class).hasMessageContaining("edition");
    }

    @Test
    @DisplayName("is shipped as a draft of what the reports print: ten items of three dimensions with A from 81 and B from 61; 35 indicators of four dimensions; nine goals with output, outcome and impact")
    void shipped() {
        var quality = draft("council-quality");
        assertThat(quality.dimensions()).hasSize(3);
        assertThat(quality.items().mapToInt(i -> i.weight().intValue()).sum()).isEqualTo(100);
        assertThat(quality.ranked().stream().map(l -> l.code() + l.from()).collect(Collectors.joining(" "))).isEqualTo("A81 B61 C0");
        var community = draft("strong-community");
        assertThat(community.dimensions()).extracting(d -> d.items().size()).containsExactly(5, 9, 17, 4);
        assertThat(community.ranked().stream().map(l -> l.name() + l.from()).collect(Collectors.joining(" "))).isEqualTo("ดีเยี่ยม90 ดีมาก80 ดี70 ยังไม่ถึงระดับดี0");
        var strength = draft("council-strength");
        assertThat(strength.dimensions()).hasSize(4);
        assertThat(strength.items().map(Edition.Item::goal).distinct()).hasSize(9);
        assertThat(strength.items().map(Edition.Item::aspect).distinct()).containsExactly("output", "outcome", "impact");
        assertThat(instruments.all()).extracting(Instruments.Instrument::code).contains("fund-quality", "borrower-grade", "client-satisfaction", "alumni-survey");
    }

    @Test
    @DisplayName("that was published never changes, past the programme either: its items, choices, bounds, years; it goes on as a copy, and ends by being closed")
    void published() {
        Actor centre = people.centreOfficer();
        var draft = draft("council-quality");
        drafting.publish(centre, draft.id());
        refused("update instrument_level set from_score = 50 where edition_id = ? and code = 'A'", draft.id());
        refused("insert into instrument_level (edition_id, code, name, from_score) values (?, 'D', 'D', 10)", draft.id());
        refused("update instrument_item set weight = 1 where edition_id = ?", draft.id());
        refused("delete from instrument_choice where edition_id = ?", draft.id());
        refused("update instrument_edition set from_fiscal_year = 2560 where id = ?", draft.id());
        refused("update instrument_edition set published_on = null where id = ?", draft.id());
        assertThatThrownBy(() -> drafting.publish(centre, draft.id())).isInstanceOfSatisfying(Refusal.Thrown.class, r -> assertThat(r.refusal()).isEqualTo(InstrumentRefusal.PUBLISHED));
        var copy = instruments.edition(drafting.copy(centre, draft.id(), 2591));
        assertThat(copy.items().map(Edition.Item::text)).containsExactlyElementsOf(draft.items().map(Edition.Item::text).toList());
        assertThat(copy.state()).isEqualTo(Edition.State.DRAFT);
        drafting.close(centre, draft.id());
        assertThat(instruments.edition(draft.id()).state()).isEqualTo(Edition.State.CLOSED);
    }

    @Test
    @DisplayName("that leaves a gap is published by nobody: not by the programme, which says what to do, and not past it; two levels from one score can't be")
    void bounds() {
        Actor centre = people.centreOfficer();
        var draft = draft("council-quality");
        refused("insert into instrument_level (edition_id, code, name, from_score) values (?, 'A-PLUS', 'A+', 81)", draft.id());
        cast.change(() -> jdbc.sql("delete from instrument_level where edition_id = ? and code = 'C'").param(draft.id()).update());
        assertThatThrownBy(() -> drafting.publish(centre, draft.id())).isInstanceOfSatisfying(Refusal.Thrown.class, r -> assertThat(r.refusal()).isEqualTo(InstrumentRefusal.GAP_BELOW));
        refused("update instrument_edition set published_on = '2019-09-02' where id = ?", draft.id());
    }
}
