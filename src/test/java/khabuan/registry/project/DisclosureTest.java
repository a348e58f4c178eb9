package khabuan.registry.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DisplayName("Approvals and disbursements are published")
class DisclosureTest extends ProjectStory {

    @Autowired MockMvc mvc;

    private String seen(String path) throws Exception {
        return mvc.perform(get(path)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("to everybody: what was approved and paid, and nothing of what waits before a body, of accounts or of people")
    void open() throws Exception {
        grant(1_000_000);
        var paid = contracted(10, 180_000);
        pay(paid, 1);
        var draft = drafted(2, 36_000);
        String page = seen("/disclosure?year=" + year);
        assertThat(page).contains(paid.code(), "180,000.00", "144,000.00").doesNotContain(draft.code(), "0123456789", recorder.fullName());
        String dataset = seen("/disclosure.csv?year=" + year);
        assertThat(dataset.lines()).hasSize(2).last().asString().startsWith(paid.code() + ",\"บ้านพอเพียงตำบลบ้านนา\"").contains(",180000.00,144000.00,0.00,");
    }

    @Test
    @DisplayName("with what changed since a day")
    void since() throws Exception {
        grant(180_000);
        var project = approved(10, 180_000);
        String today = java.time.LocalDate.now(khabuan.base.calendar.ThaiDate.ZONE).toString();
        assertThat(seen("/disclosure?year=" + year + "&since=2562-01-01")).contains(project.code(), "+180,000.00");
        assertThat(seen("/disclosure.csv?year=" + year + "&since=" + today)).contains("approved_change,disbursed_change,returned_change", ",180000.00,0.00,0.00," + today + ",180000.00,0.00,0.00");
        assertThat(seen("/disclosure.csv?year=" + year)).contains("," + today + ",,,");
        assertThat(seen("/disclosure?year=" + year + "&since=2650-01-01")).doesNotContain(project.code());
    }
}
