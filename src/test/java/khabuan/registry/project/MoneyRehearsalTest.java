package khabuan.registry.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import khabuan.base.access.Role;
import khabuan.base.money.PayingAccount;
import khabuan.base.money.PayingAccounts;
import khabuan.cast.Cast;
import khabuan.cast.People;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@World
@DisplayName("The money of projects")
class MoneyRehearsalTest {

    @Autowired MoneyRehearsal rehearsal;
    @Autowired PayingAccounts accounts;
    @Autowired People people;
    @Autowired Cast cast;

    @Test
    @DisplayName("is what a model in memory foretells through random sequences of all that may be done with it: no frame and no approval is exceeded, no satang is lost or doubled (some seconds here; bench sequences walks 10,000)")
    void foretold() {
        accounts.set(people.administrator(), new PayingAccount("state", "สถาบันพัฒนาองค์กรชุมชน (องค์การมหาชน)", "006", "0670123456"));
        var persons = new MoneyRehearsal.Persons(people.centreOfficer(), people.person("naowarat", "เนาวรัตน์ ดีพร้อม", Role.CENTRE_OFFICER, "country", ""), people.financeOfficer(), people.person("siriporn", "ศิริพร วงศ์ทอง", Role.FINANCE_OFFICER, "country", ""));
        var sites = List.of(new MoneyRehearsal.Site("N", cast.unitInNan("อบต.", "น้ำปาย")), new MoneyRehearsal.Site("S", cast.unitInPhatthalung("อบต.", "ควนขนุน")));
        var outcome = rehearsal.run(persons, sites, 2562, 400, Duration.ofSeconds(9), done -> {});
        assertThat(outcome.sequences()).isPositive();
        assertThat(outcome.done()).isGreaterThan(outcome.sequences());
        assertThat(outcome.refused()).isPositive();
    }
}
