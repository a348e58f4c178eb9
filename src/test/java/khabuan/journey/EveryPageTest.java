package khabuan.journey;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.access.Sessions;
import khabuan.base.access.SignIn;
import khabuan.base.money.Answers;
import khabuan.base.money.Ledger;
import khabuan.base.money.Receipts;
import khabuan.base.money.Vouchers;
import khabuan.base.record.Changes;
import khabuan.cast.Cast;
import khabuan.cast.DemoWorld;
import khabuan.cast.Paper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

@DemoWorld
@DisplayName("Every page, at national scale")
class EveryPageTest {

    /** The addresses that are no pages of their own, and why. */
    private static final Map<String, String> NO_PAGES = Map.ofEntries(
            entry("/language", "goes back to the page where the language was chosen"), entry("/places", "leads to the country"), entry("/agreements", "leads to the year"), entry("/agreements/indicators/{id:\\d+}", "leads to the indicator of its year"), entry("/places/units/{id:\\d+}", "leads to the unit"),
            entry("/councils/members/{id:\\d+}", "leads to the council's page"), entry("/places/units", "a part of forms"), entry("/councils/units", "a part of a form"),
            entry("/duplicates/likely", "a part of forms"), entry("/accounts/places", "a part of a form"),
            entry("/explore.csv", "a file"), entry("/explore.xlsx", "a file"), entry("/explore.json", "for machines"),
            entry("/organisations.xlsx", "a file"), entry("/funds.xlsx", "a file"), entry("/funds/books", "leads to the books that one keeps"), entry("/funds/{id:\\d+}/books/report.pdf", "a file"), entry("/funds/{id:\\d+}/books/costs/{cost:\\d+}/paper", "a file"), entry("/passbook/{id:\\d+}/{token}/copy", "the committee's copy by the member's link, which a device alone opens"), entry("/passbook/{id:\\d+}/{token}/copy.json", "for machines"), entry("/projects.xlsx", "a file"), entry("/advances.xlsx", "a file"), entry("/advances.csv", "a file"), entry("/instalments/{id:\\d+}", "leads to its project"), entry("/disclosure.csv", "a file"), entry("/meetings/{id:\\d+}/minutes.{format:docx|pdf}", "a file"), entry("/councils.xlsx", "a file"), entry("/assessments.xlsx", "a file"), entry("/profiles/{unit}.{format:pdf|docx}", "a file"), entry("/reports/{id:\\d+}.{format:docx|xlsx|pdf}", "a file"),
            entry("/corrections/{id:\\d+}/file", "a file"), entry("/figures/{code}.csv", "a file"), entry("/places/boundaries/{level:country|province|district}/{code}.json", "for machines"),
            entry("/places/search.json", "for machines"), entry("/verify/keys", "for machines"), entry("/letters/{id:\\d+}.pdf", "a file"), entry("/letters/batches/{id:\\d+}.pdf", "a file"),
            entry("/certificates/emblem", "a picture"), entry("/log.csv", "a file"), entry("/outlook.pdf", "a file"), entry("/agreements/{year:\\d+}.xlsx", "a file"), entry("/log.xlsx", "a file"), entry("/duplicates/memo.{format:docx|pdf}", "a file"), entry("/import/{job:\\d+}/faults.csv", "a file"),
            entry("/import/{job:\\d+}/notes.csv", "a file"), entry("/reconciliations/{id:\\d+}.xlsx", "a file"), entry("/reconciliations/{id:\\d+}/extract", "a file"), entry("/import/templates/{kind}.xlsx", "a file"), entry("/payments/batches/{id:\\d+}.xml", "a file"), entry("/demonstration/answers/{batch:\\d+}.xml", "a file"), entry("/ledger.csv", "a file"), entry("/receipts/statement.xlsx", "a file"), entry("/payments/batches/{id:\\d+}.pdf", "a file"), entry("/files/{sha256}", "a file"), entry("/uploads/{key}", "for machines"));
    private static final String TOKEN = "the-token-of-every-page0", NOWHERE = "?q=ไม่มีที่นี่";

    @LocalServerPort
    int port;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Answers answers;
    @Autowired
    Vouchers vouchers;
    @Autowired
    Receipts receipts;
    @Autowired
    Ledger ledger;
    @Autowired
    Changes changes;
    @Autowired
    Cast cast;
    @Autowired
    Accounts accounts;
    @Autowired
    Sessions sessions;
    @Autowired
    MockMvc mvc;
    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    @DisplayName("can be used by everybody, on a desk and on a phone, filled, empty or refusing: axe finds nothing to mend, nothing is wider than the screen, the menu takes one line")
    void accessible() throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            var walks = List.of(both.submit(() -> walked(walk -> {
                theOpen(walk);
                officers(walk);
            })), both.submit(() -> walked(walk -> {
                signIn(walk, "officer-ne");
                funds(walk);
                projectsAndMoney().projects(walk);
                centre(walk);
                administrators(walk);
                executives(walk);
            })));
            var found = new ArrayList<String>();
            var seen = new TreeSet<String>();
            for (var walk : walks) {
                found.addAll(walk.get().found());
                seen.addAll(walk.get().seen());
            }
            assertThat(found).isEmpty();
            assertThat(notSeen(seen)).as("pages that nobody looked at, and addresses that are excused but are not there").isEmpty();
        }
    }

    private interface Path {
        void go(Walk walk) throws Exception;
    }

    /** Two walk at once, each with a browser of its own. */
    private Walk walked(Path path) throws Exception {
        try (var walk = new Walk(port)) {
            path.go(walk);
            return walk;
        }
    }

    /** The pages that were not seen and are not excused; and the excused ones that aren't there. */
    private TreeSet<String> notSeen(TreeSet<String> seen) {
        var excused = new TreeSet<>(NO_PAGES.keySet());
        var left = new TreeSet<String>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((route, handler) -> {
            if (!route.getMethodsCondition().getMethods().contains(RequestMethod.GET) || ErrorController.class.isAssignableFrom(handler.getBeanType())) return;
            for (var pattern : route.getPatternValues()) {
                var parsed = PathPatternParser.defaultInstance.parse(pattern);
                if (!excused.remove(pattern) && seen.stream().noneMatch(path -> parsed.matches(PathContainer.parsePath(path)))) left.add(pattern);
            }
        });
        left.addAll(excused);
        return left;
    }

    private void theOpen(Walk walk) {
        askForCorrection(council("40"));
        walk.see("/", "/overview", "/places/country/TH", "/places/region/NE", "/places/province/40", "/places/district/4001", "/places/search?q=บ้านเป็ด", "/places/search" + NOWHERE,
                "/coverage", "/coverage?within=region:NE&measure=organisation.certified", "/coverage?within=province:40", "/disclosure", "/disclosure?year=2562&programme=welfare&province=40&since=2562-07-01", "/figures/money.disbursed?as-of=2562-08-31", "/compare", "/compare?place=region:NE&place=province:40&place=district:4001", "/compare?add=เมือง", "/map", "/map?share=units&as-of=2562-08-31", "/figures", "/figures/council.registered?as-of=2562-08-31", "/figures/council.mission?as-of=2562-08-31", "/figures/council.registered?as-of=2500-01-01",
                "/figures/council.registered/difference?as-of=2562-08-31&since=2562-08-01", "/reports", "/sign-in", "/verify", "/corrections/new?about=place:province:40",
                "/corrections/new?about=figure:council.registered:country:TH", "/corrections/track/" + TOKEN);
        walk.see("/places/unit/" + jdbc.sql("select code from unit_now where province_code = '40' order by code limit 1").query(String.class).single());
        for (var path : new String[] {"/no-such-page", "/verify/not-one-of-ours", "/corrections/track/nobodys", "/reports/999999999"}) walk.see(path, 404);
        walk.see("/verify?code=12/2562", 422);
        walk.sendEmpty("/sign-in", "/sign-in");
        walk.sendEmpty("/corrections/new?about=place:province:40", "/corrections");
    }

    private void officers(Walk walk) throws Exception {
        var officer = signIn(walk, "officer-ne");
        long council = council("40"), elsewhere = council("50"), undocumented = undocumented();
        var councils = "/councils/" + council;
        walk.see("/tasks", "/tasks/council.undocumented", "/tasks/council.undocumented?show=mine", "/tasks/council.undocumented/" + undocumented, "/tasks/deadlines", "/doubts", "/councils", "/councils?page=9", "/councils" + NOWHERE,
                councils, councils + "?known-at=2562-06-30", "/councils/new", councils + "/correction", councils + "/members/new", councils + "/terms/new", councils + "/meetings/new", councils + "/missions", councils + "/certification");
        long entry = first("select min(id) from council_meeting where council_id = " + council), term = first("select min(id) from council_term where council_id = " + council);
        walk.see("/councils/entries/" + entry, "/councils/terms/" + term);
        walk.see("/councils/" + elsewhere, 404);
        long organisation = organisation("asc"), last = organisation("desc");
        walk.see("/organisations", "/organisations?page=40", "/organisations" + NOWHERE, "/organisations/" + organisation, "/organisations?state=unlettered&place=province:40", "/organisations/certifications/new?state=uncertified&place=province:40", "/organisations/letters/new?state=unlettered&place=province:40", "/councils/letters/new?unlettered=yes&province=40", "/organisations/new", "/organisations/" + organisation + "/correction");
        walk.see("/import", "/import/" + looked(officer), "/figures/council.documented/difference?as-of=2562-08-31&since=2562-06-30", "/me", "/me/password", "/me/messages", "/messages");
        walk.see("/figures/council.registered?within=province:40&by=district", "/persons/" + first("select m.person_id from council_member m where m.council_id = " + council + " limit 1"));
        walk.see("/reports/" + monthly());
        duplicates(walk, officer, organisation, last);
        corrections(walk, council);
        letters(walk, organisation, officer);
        assessments(walk, officer);
        reconciliation(walk, organisation);
        signIn(walk, "officer-ne");
        refusedForms(walk, council, entry, organisation, undocumented);
        conflict(walk, last);
        walk.see("/accounts", 403);
    }

    /** Forms that come back with what is wrong. */
    private static void refusedForms(Walk walk, long council, long entry, long organisation, long undocumented) {
        var councils = "/councils/" + council;
        walk.sendEmpty("/councils/new", "/councils");
        walk.sendEmpty(councils + "/correction", councils + "/correction");
        walk.sendEmpty(councils, "/evidence");
        walk.sendEmpty(councils + "/members/new", councils + "/members");
        walk.sendEmpty(councils + "/terms/new", councils + "/terms");
        walk.sendEmpty(councils + "/meetings/new", councils + "/meetings");
        walk.sendEmpty("/councils/entries/" + entry, "/councils/entries/" + entry + "/correction");
        walk.sendEmpty("/organisations/new", "/organisations");
        walk.sendEmpty("/organisations/" + organisation + "/correction", "/organisations/" + organisation + "/correction");
        walk.sendEmpty("/tasks/council.undocumented/" + undocumented, "/tasks/council.undocumented/" + undocumented + "/comments");
        walk.sendEmpty("/me/password", "/me/password");
        walk.sendEmpty("/import", "/import");
    }

    /** A welfare fund, its statements that stand, one that waits for a second person, and forms that refuse. */
    private void funds(Walk walk) throws Exception {
        long fund = first("select f.id from welfare_fund f join welfare_statement s on s.fund_id = f.id and s.quarter = 3 join unit_now u on u.code = f.unit_code where u.province_code = '40' order by f.id limit 1");
        String path = "/funds/" + fund, statement = path + "/statements/2562/";
        walk.see("/funds", "/funds?state=stale&sort=as-of", "/funds" + NOWHERE, "/funds/new", path, path + "/correction", statement + "4", statement + "4/entry", path + "/books/opening");
        walk.sendEmpty(path + "/books/opening", path + "/books/opening");
        for (var form : new String[] {"/visits", "/end"}) walk.sendEmpty(path, path + form);
        walk.see(path + "/committee", path + "/committee/new");
        walk.sendEmpty(path + "/committee/new", path + "/committee");
        walk.sendEmpty(path + "/committee", path + "/accounts");
        walk.sendEmpty("/funds/new", "/funds");
        walk.sendEmpty(path + "/correction", path + "/correction");
        walk.sendEmpty(statement + "4/entry", statement + "4/entry");
        var recorder = signIn(walk, "recorder");
        led(post(statement + "2/entry").with(csrf()).with(SignIn.as(recorder)).param("asOf", "15 มี.ค. 2562").param("members", "900").param("villages", "9").param("from_members", "900,000").param("reason", "นับใหม่"));
        walk.see(statement + "2", "/funds?state=waiting");
        signIn(walk, "officer-ne");
        walk.see(statement + "2");
        walk.sendEmpty(statement + "2", statement + "2/return");
        booksOfAFund(walk);
        quality(walk, recorder);
        subsidies(walk);
    }

    /** Matching subsidies: the rounds, a request that waits, one that is with its committee, one that was refused, and forms that refuse. */
    private void subsidies(Walk walk) {
        long round = first("select id from subsidy_round where fiscal_year = 2562 and number = 2");
        String of = "select q.fund_id from subsidy_request q join welfare_keeper k on k.fund_id = q.fund_id where q.ended_on is null limit 1", other = "select fund_id from subsidy_request where round_id = " + round + " and ", here = "/subsidies/" + round;
        String fund = "/funds/" + first(of), waiting = fund + here;
        signIn(walk, "officer-ne");
        walk.see("/subsidies", here, here + "?state=ended", waiting, "/funds/" + first(other + "project_id is not null limit 1") + here, "/funds/" + first(other + "ended_on is not null limit 1") + here, "/projects/" + first("select project_id from subsidy_request where round_id = " + round + " and project_id is not null"));
        for (var form : new String[] {"/proposal", "/refusal"}) walk.sendEmpty(waiting, waiting + form);
        signIn(walk, "centre");
        walk.see(here, "/subsidies/new", here + "/terms", "/budget/frames/" + first("select id from frame where programme = 'welfare' and budget_year = 2562 and office = 'N'") + "/basis");
        walk.sendEmpty("/subsidies/new", "/subsidies");
        walk.sendEmpty(here + "/terms", here + "/terms");
        walk.see("/funds/criteria", "/funds/criteria/five", "/funds/criteria/one-page");
        walk.sendEmpty("/funds/criteria/one-page", "/funds/criteria/one-page");
        signIn(walk, "treasurer");
        walk.see(waiting);
        walk.sendEmpty(waiting, fund + "/books" + here + "/withdrawal");
        signIn(walk, "officer-ne");
    }

    /** The books of the fund whose treasurer signs in: its home, a list to tick, a receipt, members, claims, and forms that refuse. */
    private void booksOfAFund(Walk walk) throws Exception {
        String fund = "/funds/" + first("select fund_id from welfare_keeper order by id limit 1"), books = fund + "/books", list = books + "/months/2562-08/2";
        walk.see(books);
        var treasurer = signIn(walk, "treasurer");
        long round = first("select c.id from welfare_collection c join welfare_keeper k on k.fund_id = c.fund_id order by c.id limit 1"), claim = first("select c.id from welfare_claim c join welfare_keeper k on k.fund_id = c.fund_id where c.approved_on is not null and c.paid_on is null limit 1");
        walk.see(fund, books, books + "?month=2562-06", list, books + "/months/2562-06/1", books + "/collections/" + round, books + "/members", books + "/members/3", books + "/members/new", books + "/claims/new", books + "/claims/" + claim, books + "/rules");
        walk.sendEmpty(books, books + "/statement");
        walk.sendEmpty(list, list);
        walk.sendEmpty(books + "/collections/" + round, books + "/collections/" + round + "/withdrawal");
        walk.sendEmpty(books + "/members/new", books + "/members");
        walk.sendEmpty(books + "/members/3", books + "/members/3/leaving");
        walk.sendEmpty(books + "/claims/new", books + "/claims");
        for (var form : new String[] {"/payment", "/refusal"}) walk.sendEmpty(books + "/claims/" + claim, books + "/claims/" + claim + form);
        for (var form : new String[] {"/rules", "/dues"}) walk.sendEmpty(books + "/rules", books + form);
        walk.see(books + "/report?month=2562-06", books + "/report?year=2562", books + "/audit?from=" + "1%20มิ.ย.%202562&until=30%20มิ.ย.%202562", books + "/members/3/copy", books + "/members/export", books + "/retention");
        walk.sendEmpty(books + "/members/export", books + "/members/export");
        String income = led(post(books + "/money").with(csrf()).with(SignIn.as(treasurer)).param("word", "local").param("amount", "20,000").param("day", "1 ก.ย. 2562").param("party", "เทศบาล").param("place", "W120"));
        walk.see(books + "/claims", books + "/arrears", books + "/members?q=นาง", books + "/members?q=ไม่มีชื่อนี้");
        walk.see(books + "/money", income, found(income, treasurer, "/verify/receipts/\\d+/\\d+/[\\w-]{16}"));
        walk.sendEmpty(books + "/money", books + "/money");
        walk.sendEmpty(income, income + "/withdrawal");
        String cost = led(multipart(books + "/costs").file(new MockMultipartFile("file", "ใบเสร็จ.pdf", "application/pdf", Paper.pdf("ใบเสร็จค่าเครื่องเขียน"))).with(csrf()).with(SignIn.as(treasurer)).param("day", "1 ก.ย. 2562").param("payee", "ร้านเจริญพาณิชย์").param("purpose", "ค่าเครื่องเขียน").param("amount", "10"));
        walk.see(books + "/costs", cost, fund + "/regulations");
        walk.sendEmpty(books + "/costs", books + "/costs");
        walk.sendEmpty(cost, cost + "/refusal");
        walk.sendEmpty(fund + "/regulations", fund + "/regulations");
        String link = found(post(books + "/members/3/link").with(csrf()), treasurer, "/passbook/\\d+/[\\w-]{32}");
        walk.see(link);
        walk.sendEmpty(link, link);
        signIn(walk, "officer-ne");
    }

    /** What a page says that a person asks for. */
    private String found(String path, Actor actor, String pattern) throws Exception {
        return found(get(path), actor, pattern);
    }

    private String found(MockHttpServletRequestBuilder request, Actor actor, String pattern) throws Exception {
        String text = mvc.perform(request.with(SignIn.as(actor))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        return Pattern.compile(pattern).matcher(text).results().findFirst().orElseThrow().group();
    }

    /** The quality of a fund that is complete, of one whose one-page file is missing, and of one that waits for a second person; forms that refuse. */
    private void quality(Walk walk, Actor recorder) throws Exception {
        String of = "select f.id from welfare_fund f join welfare_attestation a on a.fund_id = f.id join welfare_criterion c on c.id = a.criterion_id join unit_now u on u.code = f.unit_code where u.province_code = '40' and c.code = ";
        String complete = "/funds/" + first(of + "'one-page' and c.until_date is not null order by f.id limit 1") + "/quality";
        walk.see(complete, complete + "/2562", complete + "/2560");
        String open = "/funds/" + first("select f.id from welfare_fund f join unit_now u on u.code = f.unit_code where u.province_code = '40' and not exists (select from welfare_attestation a where a.fund_id = f.id) order by f.id limit 1");
        led(post(open + "/quality/2562").with(csrf()).with(SignIn.as(recorder)).param("met", "1.9", "1.10").param("metOn", "20 ส.ค. 2562"));
        walk.see(open, open + "/quality");
        walk.sendEmpty(open + "/quality", open + "/quality/2562/return");
        signIn(walk, "recorder");
        walk.see(open + "/quality");
        walk.sendEmpty(open + "/quality", open + "/quality/2562");
    }

    private void duplicates(Walk walk, Actor officer, long one, long other) throws Exception {
        walk.see("/duplicates", "/duplicates?state=merged");
        String pair = led(post("/duplicates").with(csrf()).with(SignIn.as(officer)).param("kind", "organisation").param("one", "" + one).param("other", "" + other));
        walk.see(pair, "/duplicates");
        walk.sendEmpty(pair, pair + "/proposal");
        decided(pair, "proposal", officer, "survivor", "" + one, "reason", "โทรถามประธานกลุ่มแล้ว เป็นกลุ่มเดียวกัน");
        walk.see(pair);
        var centre = signIn(walk, "centre");
        walk.see(pair);
        decided(pair, "merge", centre);
        walk.see(pair, "/duplicates?state=merged");
        walk.sendEmpty(pair, pair + "/merge/undoing");
        decided(pair, "merge/undoing", centre, "reason", "เป็นสองกลุ่ม");
        walk.see(pair);
        decided(pair, "difference", centre, "reason", "คนละหมู่บ้าน");
        walk.see(pair, "/duplicates?state=different");
        persons(walk, officer, centre);
        signIn(walk, "officer-ne");
        var councils = jdbc.sql("select c.id from council c join unit_now u on u.code = c.unit_code where u.province_code = '40' order by c.id limit 2").query(Long.class).list();
        walk.see(led(post("/duplicates").with(csrf()).with(SignIn.as(officer)).param("kind", "council").param("one", "" + councils.get(0)).param("other", "" + councils.get(1))));
    }

    /** Two members of a council, suspected, proposed and merged, and the page of the one that went. */
    private void persons(Walk walk, Actor officer, Actor centre) throws Exception {
        signIn(walk, "officer-ne");
        var two = jdbc.sql("select m.person_id from council_member m join council c on c.id = m.council_id where c.id = ? order by m.id desc limit 2").param(council("40")).query(Long.class).list();
        String pair = led(post("/duplicates").with(csrf()).with(SignIn.as(officer)).param("kind", "person").param("one", "" + two.get(0)).param("other", "" + two.get(1)));
        walk.see(pair, "/duplicates?kind=person");
        decided(pair, "proposal", officer, "survivor", "" + two.get(0), "reason", "ถามประธานสภาแล้ว เป็นคนเดียวกัน");
        decided(pair, "merge", centre);
        walk.see(pair, "/persons/" + two.get(1));
        signIn(walk, "centre");
        walk.see(pair, "/funds/retention");
        walk.sendEmpty("/funds/retention", "/funds/retention");
        decided(pair, "merge/undoing", centre, "reason", "เป็นสองคน");
    }

    /** Decides on a pair as it stands now. */
    private void decided(String pair, String decision, Actor actor, String... fields) throws Exception {
        var version = jdbc.sql("select version from duplicate_pair where id = ?").param(Long.valueOf(pair.replace("/duplicates/", ""))).query(String.class).single();
        var request = post(pair + "/" + decision).with(csrf()).with(SignIn.as(actor)).param("version", version);
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        assertThat(led(request)).as(decision).isEqualTo(pair);
    }

    private void corrections(Walk walk, long council) {
        long correction = jdbc.sql("select id from correction where token_hash = sha256(?::bytea)").param(TOKEN).query(Long.class).single();
        walk.see("/corrections", "/corrections?state=in-review", "/corrections/mine", "/corrections/" + correction, "/corrections/new?about=council:" + council);
        walk.sendEmpty("/corrections/" + correction, "/corrections/" + correction + "/steps");
    }

    /** A verified review, one that waits, and one that is begun here. */
    private void assessments(Walk walk, Actor officer) throws Exception {
        String mine = "select min(a.id) from assessment a join unit_now u on u.code = a.unit_code where u.region_code = 'NE' and ";
        long verified = first(mine + "a.assessor = 'self' and a.verified_on is not null"), waiting = first(mine + "a.submitted_on is not null and a.verified_on is null");
        long council = first("select min(c.id) from council c join unit_now u on u.code = c.unit_code where u.province_code = '40' and not exists (select from assessment a where a.council_id = c.id)");
        walk.see("/assessments", "/assessments?instrument=council-quality&year=2562&level=A&page=2", "/assessments?year=2550", "/assessments/" + verified, "/assessments/" + waiting,
                "/assessments/answers/" + first("select record_id from evidence where record_kind = 'assessment-answer' and record_id in (select id from assessment_answer where assessment_id = " + verified + ") limit 1"),
                "/assessments/new?subject=council:" + council, "/assessments/new", "/instruments", "/instruments/" + first("select min(id) from instrument_edition where published_on is not null"), "/figures/council.grade");
        walk.sendEmpty("/assessments/new?subject=council:" + council, "/assessments");
        walk.sendEmpty("/assessments/" + verified, "/assessments/" + verified + "/return");
        String begun = led(post("/assessments").with(csrf()).with(SignIn.as(officer)).param("subject", "council:" + council).param("instrument", "council-quality").param("year", "2562").param("assessor", "region")
                .param("assessedOn", "2 ก.ย. 2562"));
        walk.see(begun, begun.replace("/answers", ""), "/councils/" + council);
        walk.sendEmpty(begun.replace("/answers", ""), begun.replace("/answers", "/submission"));
        walk.sendEmpty(begun.replace("/answers", ""), begun.replace("/answers", "/withdrawal"));
    }

    /** An extract of one organisation under another name: its comparison, the row, and what is refused. */
    private void reconciliation(Walk walk, long organisation) {
        walk.see("/reconciliations");
        var said = jdbc.sql("select code || ',กลุ่มชื่อเดิม,' || unit_code || ',' || registered_on from organisation where id = ?").param(organisation).query(String.class).single();
        var page = walk.page();
        page.navigate("http://localhost:" + port + "/reconciliations");
        page.selectOption("#kind", "organisations");
        page.fill("#system", "ฐานข้อมูลองค์กรชุมชน (เดิม)");
        page.fill("#extractOn", "31 ส.ค. 2562");
        page.setInputFiles("#file", new FilePayload("เดิม.csv", "text/csv", ("รหัสองค์กร,ชื่อองค์กร,พื้นที่,วันที่จดแจ้ง\n" + said + "\n").getBytes(StandardCharsets.UTF_8)));
        page.locator("form[enctype] button").click();
        page.waitForSelector("ul.figures");
        String path = page.url().replaceAll("^http://[^/]+|[?#].*$", "");
        walk.see(path, path + "?of=differs", path + "?of=here", path + "/rows/1");
        walk.sendEmpty("/reconciliations", "/reconciliations");
    }

    /** A letter that is issued on the page of an organisation, its own page, the public page of its code, and work in the background that is done. */
    private void letters(Walk walk, long organisation, Actor officer) {
        var page = walk.page();
        page.navigate("http://localhost:" + port + "/organisations/" + organisation);
        var issue = page.locator("form[action='/letters'] button");
        if (page.locator("[name=letterReason]").count() == 1) {
            walk.sendEmpty("/organisations/" + organisation, "/letters");
            page.navigate("http://localhost:" + port + "/organisations/" + organisation);
            page.fill("[name=letterReason]", "ใช้ยื่นขอทุนก่อนสิ้นเดือน");
        }
        if (issue.count() == 1) issue.click();
        else page.locator("#letters li a").first().click();
        page.waitForURL("**/letters/*");
        var letter = page.url().replaceAll("^http://[^/]+", "");
        var verification = page.locator("a[href^='/verify/']").getAttribute("href");
        walk.see(letter, verification);
        walk.sendEmpty(letter, letter + "/revocation");
        long batch = cast("insert into letter_batch (record_kind, title, account_id) values ('organisation', '/organisations', ?) returning id", officer.accountId());
        long job = cast("insert into job (kind, title, account_id, actor, about, outcome, ended_at) values ('organisation.certify-batch', 'place=province:40', ?, 'officer-ne', '12', '12', now()) returning id", officer.accountId());
        walk.see("/letters/batches/" + batch, "/organisations/certifications/" + job);
    }

    /** Two people correct an organisation at once; what the first one wrote is put back. */
    private void conflict(Walk walk, long organisation) {
        var page = walk.page();
        var path = "/organisations/" + organisation + "/correction";
        page.navigate("http://localhost:" + port + path);
        var name = page.locator("[name=name]").inputValue();
        page.fill("[name=name]", name + " (บ้านเหนือ)");
        page.fill("[name=reason]", "ป้ายหน้าที่ทำการ");
        cast.change(() -> jdbc.sql("update organisation set name = ? where id = ?").params(name + " (บ้านใต้)", organisation).update());
        walk.send("two corrections at once", page.locator("form[action='" + path + "']"), 409);
        cast.change(() -> jdbc.sql("update organisation set name = ? where id = ?").params(name, organisation).update());
    }

    private void centre(Walk walk) {
        var officer = signIn(walk, "centre");
        cast.change(() -> jdbc.sql("insert into report (kind, fiscal_year, quarter, as_of) values ('strategy-office', 2562, 3, '2019-06-30')").update());
        long report = first("select max(id) from report");
        long scan = cast("insert into job (kind, title, account_id, actor, about, outcome, ended_at) values ('duplicate.scan', '', ?, 'centre', '', '12:3:1:0', now()) returning id", officer.accountId());
        walk.see("/tasks", "/tasks/ages", "/tasks/deadlines", "/reports", "/reports/" + report, "/reports/" + report + "/comparison", "/duplicates", "/duplicates/scans/" + scan, "/doubts");
        agreements(walk);
        walk.sendEmpty("/tasks/deadlines", "/tasks/deadlines");
        walk.sendEmpty("/reports", "/reports");
        walk.see("/reports/" + monthly());
        walk.sendEmpty("/reports/" + monthly(), "/reports/" + monthly() + "/publication");
    }

    /** The agreements of a published year and of the running one, and a quarter that was closed twice. */
    private void agreements(Walk walk) {
        cast.change(() -> {
            for (int number = 1; number <= 2; number++)
                jdbc.sql("insert into quarter_close (fiscal_year, quarter, number, as_of, known_at, closed_by, reopened_by, reopened_because) values (2560, 1, ?, '2016-12-31', '2017-01-1" + number + "', 'centre', 'centre', 'ผลมาช้า')").param(number).update();
        });
        walk.see("/agreements/2561?quarter=4", "/agreements/2562", "/agreements/2561/indicators/HOUSING?quarter=4", "/agreements/2562/indicators/COUNCIL-CAPACITY", "/agreements/2561/indicators/HOMELESS", "/agreements/2562/indicators/LEADERS?quarter=4",
                "/agreements/2561/adjustments", "/agreements/2561/closes", "/agreements/2560/closes/1/comparison", "/agreements/2562/closes", "/agreements/2562/closes/2/comparison", "/agreements/2562/definitions/new", "/agreements/2562/definitions/STAFF", "/agreements/2562/results?quarter=4", "/agreements/2562/results?quarter=4&place=NE&rest=true");
        walk.sendEmpty("/agreements/2562/results?quarter=4", "/agreements/2562/results");
        walk.sendEmpty("/agreements/2562", "/agreements");
        walk.sendEmpty("/agreements/2562", "/agreements/2562/headings");
        walk.sendEmpty("/agreements/2562", "/agreements/2562/bounds");
        walk.sendEmpty("/agreements/2562/definitions/new", "/agreements/2562/definitions");
        walk.sendEmpty("/agreements/2562/adjustments", "/agreements/2562/adjustments");
        walk.sendEmpty("/agreements/2562/closes", "/agreements/2562/extensions");
        walk.sendEmpty("/agreements/2562/indicators/LEADERS?quarter=4", "/agreements/2562/indicators/LEADERS/results");
    }

    /** A monthly report, which the regions are to confirm. */
    private long monthly() {
        cast.change(() -> jdbc.sql("insert into report (kind, fiscal_year, quarter, as_of) select 'key-data', 2562, 4, '2019-08-31' where not exists (select from report where kind = 'key-data')").update());
        return first("select id from report where kind = 'key-data'");
    }

    private void administrators(Walk walk) {
        var admin = signIn(walk, "admin");
        walk.see("/certificates", "/certificates/templates/council", "/accounts", "/accounts/new", "/accounts/" + admin.accountId(), "/log", "/log?who=nobody", "/tasks");
        undelivered(admin);
        walk.see("/messages", "/messages/undelivered");
        walk.see("/instruments", "/instruments/" + first("select min(id) from instrument_edition where published_on is not null"), "/instruments/" + first("select min(id) from instrument_edition where published_on is null"));
        drafts(walk);
        walk.sendEmpty("/certificates", "/certificates/signatories");
        walk.sendEmpty("/certificates", "/certificates/offices/NE");
        walk.sendEmpty("/certificates", "/certificates/keys");
        walk.sendEmpty("/certificates", "/certificates/emblem");
        walk.sendEmpty("/accounts/new", "/accounts");
        projectsAndMoney().money(walk, admin);
    }

    /** The pages on which a draft is worked on. */
    private void drafts(Walk walk) {
        long draft = first("select min(edition_id) from instrument_item where kind = 'yes-no' and aspect <> ''"), dimension = first("select min(id) from instrument_dimension where edition_id = " + draft);
        String path = "/instruments/" + draft;
        walk.see("/instruments/new", path + "/preview", path + "/about", path + "/levels", path + "/dimensions/new", path + "/items/new?dimension=" + dimension, "/instruments/dimensions/" + dimension,
                "/instruments/items/" + first("select min(id) from instrument_item where edition_id = " + draft));
        walk.sendEmpty("/instruments/new", "/instruments");
        walk.sendEmpty(path + "/dimensions/new", path + "/dimensions");
        walk.sendEmpty(path + "/items/new?dimension=" + dimension, path + "/items");
        walk.sendEmpty(path, path + "/copies");
    }

    /** A delivery of each kind that did not arrive. */
    private void undelivered(Actor to) {
        long message = cast("insert into message (account_id, kind, said_values, link, said_once_for, said_at) values (?, 'work.assigned', '{tสุภาพร,n12,kmeasure.council.undocumented.name}', '/tasks', 'every page', now()) returning id", to.accountId());
        for (var state : new String[] {"uncertain", "failed", "waiting"}) {
            long delivery = cast("insert into message_delivery (account_id, channel, digest, due_at, state, attempts, fault, ended_at) values (?, 'mail', false, '2019-09-02', '" + state + "', 2, 'mail-not-taken:451', "
                    + (state.equals("waiting") ? "null" : "'2019-09-02'") + ") returning id", to.accountId());
            cast("insert into message_in_delivery (delivery_id, message_id) values (?, " + message + ") returning delivery_id", delivery);
        }
    }

    /** Figures as somebody chose them, in every form; one such view kept, and pinned to the dashboard. */
    private void exploring(Walk walk, Actor executive) throws Exception {
        String units = "measure=organisation.registered&base=units&rows=unit&columns=quarter&span=8", provinces = "measure=council.registered&base=units&rows=province&columns=quarter&span=3&form=";
        walk.see("/dashboard", "/explore", "/explore?" + units, "/explore?" + provinces + "chart", "/explore?" + provinces + "map", "/explore?measure=council.members&rows=region&columns=class", "/explore?measure=council.new&measure=council.certified&rows=month&span=12&within=province:40");
        walk.see("/explore?measure=none.such&as-of=2570-01-01", 422);
        walk.sendEmpty("/explore", "/explorations");
        for (var form : new String[] {"table", "chart", "map"}) {
            var kept = led(post("/explorations").with(csrf()).with(SignIn.as(executive)).param("name", "จัดตั้งแล้ว รายจังหวัด " + form).param("shared", "true").param("query", provinces + form));
            assertThat(led(post("/dashboard/pins").with(csrf()).with(SignIn.as(executive)).param("exploration", kept.replaceAll(".*view=", "")))).isEqualTo("/dashboard");
            walk.see(kept);
        }
        walk.see("/dashboard");
    }

    private void executives(Walk walk) throws Exception {
        var executive = signIn(walk, "executive");
        exploring(walk, executive);
        long council = council("40");
        walk.see("/", "/outlook", "/outlook?year=2561&quarter=2", "/outlook?indicator=COUNCIL-CAPACITY&level=90", "/explore?measure=kpi:COUNCIL-NEW&measure=kpi:COUNCIL-CAPACITY&columns=quarter&span=3", "/explore?measure=kpi:COUNCIL-NEW&form=map", "/explore?measure=kpi:COUNCIL-NEW&columns=quarter&form=chart", "/tasks", "/councils", "/councils/" + council, "/organisations", "/figures/council.registered", "/reports");
        walk.see("/councils/new", 403);
        walk.see("/log", 403);
    }

    @Test
    @DisplayName("of the menu is marked in it, and so is what stands under it")
    void marked() {
        try (var walk = new Walk(port)) {
            for (var path : new String[] {"/", "/overview", "/places/province/40", "/places/search?q=น่าน", "/compare", "/coverage", "/map", "/figures/council.registered", "/reports"}) {
                walk.page().navigate("http://localhost:" + port + path);
                assertThat(walk.isMarked()).as(path).isTrue();
            }
        }
    }

    @Test
    @DisplayName("of a demonstration tells that its day is another than the day of what is recorded in it")
    void twoCalendars() throws Exception {
        mvc.perform(get("/figures/council.registered")).andExpect(content().string(containsString("วันนี้ในการสาธิตคือ 2 ก.ย. 62 แต่สิ่งที่บันทึกระหว่างสาธิตลงเวลาจริง")));
    }

    private long council(String province) {
        return jdbc.sql("select c.id from council c join unit_now u on u.code = c.unit_code where u.province_code = ? and exists (select from council_meeting m where m.council_id = c.id) order by c.id limit 1").param(province).query(Long.class).single();
    }

    private long organisation(String order) {
        return first("select o.id from organisation o join unit_now u on u.code = o.unit_code where u.province_code = '40' order by o.id " + order + " limit 1");
    }

    private long undocumented() {
        return first("select c.id from council c join unit_now u on u.code = c.unit_code where u.region_code = 'NE' and not exists (select from evidence e where e.record_id = c.id) order by c.id limit 1");
    }

    private long first(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private long cast(String sql, Long account) {
        var id = new long[1];
        cast.change(() -> id[0] = jdbc.sql(sql).param(account).query(Long.class).single());
        return id[0];
    }

    /** Where the answer leads. */
    private String led(RequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse().getHeader("Location");
    }

    /** A file of councils with faults in it, being looked at. @return its number */
    private String looked(Actor officer) throws Exception {
        var file = new MockMultipartFile("file", "สภา.csv", "text/csv", "หน่วย,จังหวัด,วันที่จดแจ้ง\nอบต.ไม่มีจริง,ขอนแก่น,32 ส.ค. 2562\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return led(multipart("/import").file(file).param("kind", "councils").with(csrf()).with(SignIn.as(officer))).replace("/import/", "");
    }

    /** A request of the public on the unit of a council, which the token follows, being looked at; and a message to the officer. */
    private void askForCorrection(long council) {
        cast.change(() -> {
            jdbc.sql("""
                    insert into correction (subject_kind, subject_title, place_level, place_code, unit_code, asked_on, words, file_name, contact_cipher, token_hash)
                    select 'place', u.title, 'unit', u.code, u.code, '2019-09-01', 'ชื่อประธานสภาสะกดผิด ที่ถูกคือ สมหญิง ใจงาม ดูป้ายหน้าที่ทำการ', 'ป้าย.jpg', '\\x00', sha256(:token::bytea)
                    from council c join unit_now u on u.code = c.unit_code where c.id = :council on conflict (token_hash) do nothing""").param("token", TOKEN).param("council", council).update();
            jdbc.sql("""
                    insert into correction_step (correction_id, state, on_date, by_name) select c.id, s.state, '2019-09-01', s.by from correction c,
                      (values ('received', ''), ('in-review', 'สุภาพร พลเยี่ยม')) s (state, by) where c.token_hash = sha256(:token::bytea) on conflict do nothing""").param("token", TOKEN).update();
        });
        jdbc.sql("insert into message (account_id, kind, said_values, link, said_once_for, said_at) select id, 'work.due', array['n1012', 'cmeasure.council.undocumented.name=933;measure.council.uncertified.name=79'], '/tasks', 'every page', now() from account where name = 'officer-ne' on conflict do nothing").update();
    }

    private ProjectsAndMoney projectsAndMoney() {
        return new ProjectsAndMoney(jdbc, mvc, cast, answers, receipts, ledger, vouchers, changes, this::signIn);
    }

    private Actor signIn(Walk walk, String name) {
        var account = accounts.find(name).orElseThrow();
        var answer = new MockHttpServletResponse();
        sessions.begin(new MockHttpServletRequest(), answer, account.id(), "password");
        walk.as(answer.getCookie("khabuan-session").getValue());
        return new Actor(account.id(), account.name(), account.fullName(), account.role(), account.scopeLevel(), account.scopeCode(), account.rooms(), "127.0.0.1");
    }
}
