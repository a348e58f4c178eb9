package khabuan.registry.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import khabuan.base.access.SignIn;
import khabuan.base.money.Baht;
import khabuan.base.money.Entry;
import khabuan.base.money.LedgerAccount;
import khabuan.cast.People;
import khabuan.insight.explore.ExplorePage;
import khabuan.insight.profile.ComparisonPage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DisplayName("Money beside other figures")
class MoneyBesideTest extends ProjectStory {

    @Autowired MockMvc mvc;

    private <T> T page(String address, Class<T> type) throws Exception {
        return type.cast(mvc.perform(get(address).with(SignIn.as(people.executive()))).andExpect(status().isOk()).andReturn().getModelAndView().getModel().get("page"));
    }

    private BigDecimal disbursedIn(String place) throws Exception {
        return page("/compare?place=" + place, ComparisonPage.class).groups().stream().flatMap(g -> g.rows().stream()).filter(r -> r.code().equals("money.disbursed")).findFirst().orElseThrow().cells().getFirst().figure();
    }

    @Test
    @DisplayName("stands in baht where places are compared")
    void compared() throws Exception {
        var before = disbursedIn("unit:" + People.BAN_NA);
        grant(400_000);
        pay(contracted(10, 180_000), 1);
        assertThat(disbursedIn("unit:" + People.BAN_NA).subtract(before)).isEqualByComparingTo("144000");
    }

    private void spentByTheCentre(LocalDate day, long baht) {
        long frame = standing().frame().id();
        cast.change(() -> {
            long spent = jdbc.sql("insert into expenditure (frame_id, office, spent_on, amount, purpose) values (?, 'C', ?, ?, 'จัดประชุมระดับชาติ') returning id").params(frame, day, baht * 100).query(Long.class).single();
            var paid = LedgerAccount.of(Programme.BOOK, "9400", "state").year(year).programme(HOUSES).office("C");
            ledger.post(Entry.on(day, "budget.spend", "expenditure", spent, "จัดประชุมระดับชาติ").moving(Baht.of(baht), paid.code("9100"), paid));
        });
    }

    @Test
    @DisplayName("that the centre spends itself has a line beside the regions, opens onto its figure, and counts into the sum")
    void centre() throws Exception {
        grant(1_000);
        spentByTheCentre(TODAY, 7_000);
        var pivot = page("/explore?measure=money.disbursed&rows=region", ExplorePage.class).pivot();
        var line = pivot.rows().stream().filter(r -> r.place() != null && r.place().code().equals("C")).findFirst().orElseThrow();
        assertThat(line.figures()[0]).isGreaterThanOrEqualTo(7_000_00);
        assertThat(pivot.total().figures()[0]).isEqualTo(pivot.rows().stream().mapToLong(r -> r.figures()[0]).sum());
        assertThat(line.path(0)).contains("within=region:C");
        assertThat(page("/explore?measure=council.registered&rows=region", ExplorePage.class).pivot().rows()).noneMatch(r -> r.place() != null && r.place().code().equals("C"));
    }
}
