package khabuan.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import khabuan.base.access.Actor;
import khabuan.base.access.SignIn;
import khabuan.base.money.Answers;
import khabuan.base.money.Baht;
import khabuan.base.money.Entry;
import khabuan.base.money.Ledger;
import khabuan.base.money.LedgerAccount;
import khabuan.base.money.Receipts;
import khabuan.base.money.Voucher;
import khabuan.base.money.Vouchers;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import khabuan.cast.Cast;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

/** The part of the walk over every page that goes through budgets, projects, meetings, payments and books. @param signIn opens the walk to a person of the demonstration, by name */
record ProjectsAndMoney(JdbcClient jdbc, MockMvc mvc, Cast cast, Answers answers, Receipts receipts, Ledger ledger, Vouchers vouchers, Changes changes, BiFunction<Walk, String, Actor> signIn) {

    /** A frame, a project that a meeting decides in it and that is under agreement, a change of its plan; each form that refuses. */
    void projects(Walk walk) throws Exception {
        var centre = signIn.apply(walk, "centre");
        String on = "2 ก.ย. 2562", body = "คณะกรรมการสถาบัน ครั้งที่ 7/2562";
        led(post("/budget/gifts").with(csrf()).with(SignIn.as(centre)).param("year", "2570").param("give-fund", "state").param("give-category", "development").param("give-amount", "500,000").param("give-on", on).param("give-body", body));
        led(post("/budget/allotments").with(csrf()).with(SignIn.as(centre)).param("year", "2570").param("allot-programme", "community").param("allot-office", "NE").param("allot-amount", "500,000").param("allot-on", on).param("allot-body", body));
        long programme = first("select id from programme where code = 'community'");
        walk.see("/programmes", "/programmes/" + programme);
        walk.sendEmpty("/programmes/" + programme, "/programmes/" + programme + "/rules");
        walk.see("/advances/rules");
        walk.sendEmpty("/advances/rules", "/advances/rules");
        walk.see("/budget", "/budget?year=2570", "/budget/movements/" + first("select max(id) from budget_movement"));
        for (var form : new String[] {"gifts", "allotments", "transfers", "overruns", "carryovers"}) walk.sendEmpty("/budget?year=2570", "/budget/" + form);
        var recorder = signIn.apply(walk, "recorder");
        String unit = jdbc.sql("select code from unit_now where province_code = '40' order by code limit 1").query(String.class).single();
        walk.sendEmpty("/projects/new", "/projects");
        String project = led(post("/projects").with(csrf()).with(SignIn.as(recorder)).param("year", "2570").param("programme", "community").param("unit", unit).param("carrier", "council").param("title", "เวทีแผนชุมชน")
                .param("amount", "200,000").param("startsOn", on).param("endsOn", "31 ม.ค. 2563"));
        walk.see("/projects", "/projects?year=2570&state=draft&sort=amount", "/projects?q=ไม่มีที่นี่", "/projects/new?unit=" + unit, project, project + "/correction");
        walk.sendEmpty(project + "/correction", project + "/correction");
        led(post(project + "/submission").with(csrf()).with(SignIn.as(recorder)));
        meetings(walk, project);
        signIn.apply(walk, "recorder");
        walk.see(project, project + "/change");
        walk.sendEmpty(project, project + "/contract");
        walk.sendEmpty(project, project + "/account");
        walk.sendEmpty(project + "/change", project + "/change");
        led(post(project + "/change").with(csrf()).with(SignIn.as(recorder)).param("reason", "ลดวันประชุม").param("amount", "150,000").param("startsOn", on).param("endsOn", "31 ม.ค. 2563"));
        walk.see(project);
        signIn.apply(walk, "finance");
        walk.sendEmpty("/receipts", "/receipts/statements");
        walk.sendEmpty("/ledger/vouchers", "/ledger/vouchers");
        long voucher = vouchers.write(centre, "", new Vouchers.Draft(Ledger.INSTITUTE, java.time.LocalDate.of(2019, 8, 1), "ปรับปรุง", java.util.List.of(new Voucher.Line("1100", "codi", Baht.of(70_000)), new Voucher.Line("3100", "codi", Baht.of(-70_000)))));
        walk.sendEmpty("/ledger/vouchers/" + voucher, "/ledger/vouchers/" + voucher + "/refusal");
        long waiting = first("select min(i.id) from instalment i join payment_request r on r.instalment_id = i.id join payment y on y.id = r.payment_id where y.issued_on is null and y.withdrawn_on is null");
        walk.sendEmpty("/projects/" + first("select project_id from instalment where id = " + waiting), "/instalments/" + waiting + "/withdrawal");
        walk.see(project, "/projects", "/meetings", "/programmes/" + first("select min(id) from programme"), "/budget?year=2570", "/budget/pace?year=2570", "/budget/pace?programme=community&office=NE", "/tasks");
        walk.see("/projects/new", 403);
        advances(walk);
    }

    /** Advances that are out, cleared, and to be approved; each form that refuses. */
    private void advances(Walk walk) {
        String out = "/advances/" + first("select max(v.id) from advance v where v.office = 'NE' and v.payment_id is not null and v.cleared_on is null"), asked = "/advances/" + first("select max(id) from advance where office = 'NE' and approved_on is null");
        walk.see("/advances", out, asked);
        walk.sendEmpty(out, out + "/clearings");
        walk.sendEmpty(asked, asked + "/refusal");
        signIn.apply(walk, "officer-ne");
        walk.see("/advances?state=&sort=owed&bucket=last", "/advances?q=ไม่มีที่นี่", "/advances/new", out, asked, "/advances/" + first("select max(id) from advance where office = 'NE' and cleared_on is not null"));
        walk.sendEmpty("/advances/new", "/advances");
        walk.see("/advances/" + first("select max(id) from advance where office = 'S'"), 404);
        signIn.apply(walk, "recorder");
        walk.see("/advances", 404);
    }

    /** Two meetings: one that consents, one that is looked at with what it would take of the frame. */
    private void meetings(Walk walk, String project) throws Exception {
        var officer = signIn.apply(walk, "officer-ne");
        walk.see("/meetings", "/meetings?year=2562&body=working-group&page=2", "/tasks", project);
        walk.sendEmpty("/meetings", "/meetings");
        for (var body : new String[] {"working-group", "regional-subcommittee"}) {
            String meeting = led(post("/meetings").with(csrf()).with(SignIn.as(officer)).param("call-body", body).param("call-office", "NE").param("call-heldOn", "2 ก.ย. 2562").param("call-chair", "ประธานอนุกรรมการ"));
            walk.see(meeting, meeting + "?fit=all");
            walk.sendEmpty(meeting, meeting + "/decisions");
            walk.sendEmpty(meeting, meeting + "/attendance");
            var item = jdbc.sql("select i.id, i.version from committee_item i join project_plan pl on pl.id = i.plan_id where i.meeting_id = ? and pl.project_id = ?").params(Long.valueOf(meeting.replace("/meetings/", "")), Long.valueOf(project.replace("/projects/", "")))
                    .query((r, n) -> new String[] {r.getString(1), r.getString(2)}).single();
            assertThat(led(post(meeting + "/decisions").with(csrf()).with(SignIn.as(officer)).param("decision-" + item[0], "consented").param("version-" + item[0], item[1]).param("resolution-" + item[0], "เห็นชอบตามเสนอ"))).isEqualTo(meeting);
            led(post(meeting + "/closing").with(csrf()).with(SignIn.as(officer)));
            walk.see(meeting);
        }
        walk.see(project);
        walk.sendEmpty(project, project + "/cancellation");
    }

    /** Payments and books: read by the centre, kept by who may pay. */
    void money(Walk walk, Actor admin) {
        var strange = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt><GrpHdr><MsgId>KTB-1</MsgId></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>KHB-0</OrgnlMsgId></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>";
        long answer = answers.read(admin, new java.io.ByteArrayInputStream(strange.getBytes(StandardCharsets.UTF_8)));
        cast.change(() -> jdbc.sql("insert into payment_batch (message_id, made_on) select 'KHB-walk', '2019-08-30' on conflict do nothing").update());
        long batch = first("select max(id) from payment_batch");
        walk.see("/payments", "/payments/batches", "/payments/batches/" + batch, "/payments/answers", "/payments/answers/" + answer, "/payments/failed", "/payments/accounts");
        var bank = LedgerAccount.of("walk", "1100", "state");
        long entry = changes.make(Author.programme("the walk"), "money.test", "", () -> {
            ledger.open("walk");
            return ledger.post(Entry.on(java.time.LocalDate.of(2019, 8, 30), "payment.issue", Ledger.BY_HAND, 0, "โอนเข้าบัญชี").moving(Baht.of(5_000), bank.code("4100"), bank));
        });
        long receipt = receipts.enter(admin, "", new Receipts.Draft("state", java.time.LocalDate.of(2019, 8, 1), Baht.of(12_000), "กองทุนสวัสดิการชุมชนตำบลบ้านนา", "คืนเงิน"));
        walk.see("/receipts", "/receipts?show=known", "/receipts?added=3&same=1", "/receipts/" + receipt);
        long voucher = vouchers.write(admin, "", new Vouchers.Draft("walk", java.time.LocalDate.of(2019, 8, 1), "ยอดยกมา", java.util.List.of(new Voucher.Line("1100", "codi", Baht.of(70_000)), new Voucher.Line("3100", "codi", Baht.of(-70_000)))));
        walk.see("/ledger/vouchers", "/ledger/vouchers/" + voucher, "/ledger/statements?book=walk&day=2562-08-31");
        walk.see("/ledger", "/ledger?book=walk&by=fund&day=2562-08-31", "/ledger/account?book=walk&code=1100&fund=state", "/ledger/entries/" + entry);
        walk.sendEmpty("/payments/accounts", "/payments/accounts");
    }

    private long first(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** Where the answer leads. */
    private String led(RequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse().getHeader("Location");
    }
}
