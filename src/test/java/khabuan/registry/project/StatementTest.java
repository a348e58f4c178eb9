package khabuan.registry.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.StandardCharsets;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.SignIn;
import khabuan.base.money.Baht;
import khabuan.base.money.BankReceipt;
import khabuan.base.money.LedgerAccount;
import khabuan.base.money.Receipts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@DisplayName("A statement of the bank")
class StatementTest extends ProjectStory {

    private static final String HEADINGS = "แหล่งเงิน,วันที่รับ,จำนวนเงิน,ผู้โอน,ข้อความอ้างอิง,เลขที่รายการ\n";
    @Autowired Receipts receipts;
    @Autowired MockMvc mvc;

    private MockHttpServletResponse sent(Actor actor, String... rows) throws Exception {
        var file = new MockMultipartFile("file", "statement.csv", "text/csv", (HEADINGS + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8));
        return mvc.perform(multipart("/receipts/statements").file(file).with(SignIn.as(actor)).with(csrf())).andReturn().getResponse();
    }

    /** A number of this test's own. */
    private String number(int line) {
        return year + "-" + line;
    }

    private List<BankReceipt> taken() {
        return jdbc.sql("select id from bank_receipt where statement_number like ? order by statement_number").param(year + "-%").query(Long.class).list().stream().map(receipts::at).toList();
    }

    @Test
    @DisplayName("puts each line in suspense, to the satang; the same statement again takes only what is new")
    void suspense() throws Exception {
        var bank = ledger.balance(LedgerAccount.of(Programme.BOOK, "1100", "state"), TODAY);
        String first = "เงินอุดหนุน,26 ส.ค. 2562,\"12,500.25\",กองทุนตำบลบ้านนา,คืนงบ," + number(1), second = "เงินอุดหนุน,27 ส.ค. 2562,๘๐๐,,ฝากเงินสด," + number(2), third = "เงินทุน พอช.,27 ส.ค. 2562,70,สมชาย,," + number(3);
        assertThat(sent(finance, first, second).getHeader("Location")).isEqualTo("/receipts?added=2&same=0");
        assertThat(taken()).extracting(BankReceipt::amount).containsExactly(new Baht(12_500_25), Baht.of(800));
        assertThat(taken()).allSatisfy(r -> assertThat(ledger.balance(LedgerAccount.of(Programme.BOOK, "2900", "state").record(r.id()), TODAY)).isEqualTo(r.amount().negated()));
        assertThat(ledger.balance(LedgerAccount.of(Programme.BOOK, "1100", "state"), TODAY)).isEqualTo(bank.plus(new Baht(13_300_25)));
        assertThat(sent(finance, first, second, third).getHeader("Location")).isEqualTo("/receipts?added=1&same=2");
        assertThat(taken()).hasSize(3);
    }

    @Test
    @DisplayName("is taken whole or not at all: each wrong line is told with its row and column")
    void faults() throws Exception {
        var answer = sent(finance, "เงินอุดหนุน,26 ส.ค. 2562,500,กองทุน,คืนงบ," + number(1), "เงินอุดหนุน,3 ก.ย. 2563,100,กองทุน,," + number(2), "เงินอุดหนุน,26 ส.ค. 2562,-5,กองทุน,," + number(3), "เงินอุดหนุน,26 ส.ค. 2562,5,,," + number(4));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("แถว 3 วันที่รับ", "แถว 4 จำนวนเงิน", "แถว 5 ผู้โอน");
        assertThat(taken()).isEmpty();
    }

    @Test
    @DisplayName("with the number of another receipt is refused, and so is a line that stands in it twice; what was entered by hand is known again")
    void duplicates() throws Exception {
        String line = "เงินอุดหนุน,26 ส.ค. 2562,500,กองทุน,," + number(1);
        sent(finance, line);
        assertThat(sent(finance, line.replace(",500,", ",600,")).getContentAsString()).contains("เลขที่รายการ " + number(1));
        assertThat(sent(finance, line.replace(number(1), number(2)), line.replace(number(1), number(2))).getStatus()).isEqualTo(422);
        receipts.enter(finance, "", new Receipts.Draft("state", TODAY, Baht.of(77), "กองทุน " + year, ""));
        assertThat(sent(finance, "เงินอุดหนุน,2 ก.ย. 2562,77,กองทุน " + year + ",," + number(9)).getHeader("Location")).isEqualTo("/receipts?added=0&same=1");
        assertThat(taken()).hasSize(1);
    }

    @Test
    @DisplayName("is brought by who pays alone")
    void rights() throws Exception {
        assertThat(sent(people.centreOfficer(), "เงินอุดหนุน,26 ส.ค. 2562,500,กองทุน,," + number(1)).getStatus()).isEqualTo(403);
    }
}
