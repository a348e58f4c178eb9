package khabuan.registry.project;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import khabuan.base.access.Actor;
import khabuan.base.evidence.Evidence;
import khabuan.base.evidence.Vault;
import khabuan.base.money.Baht;
import khabuan.base.money.Ledger;
import khabuan.base.money.Payments;
import khabuan.cast.Cast;
import khabuan.cast.Paper;
import khabuan.cast.People;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A frame of the Northeast for houses, in a budget year of its own for each test, and the people who bring a project of บ้านนา through it: บุญมี drafts and asks for money, สุภาพร of the region keeps the
 *  meetings and checks, จินตนา pays. */
@World
abstract class ProjectStory {

    private static final AtomicInteger YEAR = new AtomicInteger(2600);
    static final String HOUSES = "baan-phor-phiang";
    static final LocalDate TODAY = LocalDate.of(2019, 9, 2);
    @Autowired People people;
    @Autowired Cast cast;
    @Autowired Projects projects;
    @Autowired Plans plans;
    @Autowired Budget budget;
    @Autowired Committees committees;
    @Autowired Instalments instalments;
    @Autowired Endings endings;
    @Autowired Ledger ledger;
    @Autowired Payments payments;
    @Autowired Evidence evidence;
    @Autowired Vault vault;
    @Autowired JdbcClient jdbc;
    int year;
    Actor recorder;
    Actor officer;
    Actor finance;

    @BeforeEach
    void aYearOfItsOwn() {
        people.places();
        cast.change(() -> ledger.open(Programme.BOOK));
        year = YEAR.incrementAndGet();
        recorder = people.recorderOfKhonKaen();
        officer = people.officerOfTheNortheast();
        finance = people.financeOfficer();
    }

    static Budget.Decision decided(long baht) {
        return new Budget.Decision(Baht.of(baht), TODAY, "คณะกรรมการสถาบัน ครั้งที่ 7/2562", "จัดสรรต้นปี");
    }

    /** A budget of the year, allotted to the Northeast for houses. */
    void grant(long baht) {
        var centre = people.centreOfficer();
        budget.give(centre, "", year, "state", "development", decided(baht));
        budget.allot(centre, "", year, HOUSES, "NE", decided(baht));
    }

    static Plan.Draft plan(int houses, long baht) {
        return new Plan.Draft("ซ่อมบ้านผู้เดือดร้อน", houses + " หลังมั่นคง", "", houses, Baht.of(baht), LocalDate.of(2019, 7, 1), LocalDate.of(2019, 12, 31), "",
                List.of(new Plan.Line("cost", 1, "วัสดุก่อสร้าง", "", Baht.of(baht), null), new Plan.Line("contribution", 1, "แรงงาน", "ชุมชน", Baht.of(5_000), null)));
    }

    Project drafted(int houses, long baht) {
        return projects.draft(recorder, "", new Projects.Draft(year, HOUSES, People.BAN_NA, Carrier.NOBODY, "บ้านพอเพียงตำบลบ้านนา", plan(houses, baht)));
    }

    Meeting meeting(Body body) {
        return committees.call(officer, "", body, "NE", TODAY, "ห้องประชุมสำนักงานภาค", "ประธานอนุกรรมการ");
    }

    /** What a body decides of the plan that waits for it, in a meeting of its own. */
    void decide(Body body, long plan, Meeting.Decision decision, String reason) {
        var meeting = meeting(body);
        var item = committees.agenda(meeting.id()).stream().filter(i -> i.plan() == plan).findFirst().orElseThrow();
        committees.decide(officer, meeting, item.id(), item.version(), decision, "เห็นชอบตามเสนอ", reason);
        committees.close(officer, meeting.id());
    }

    void consent(Body body, long plan) {
        decide(body, plan, Meeting.Decision.CONSENTED, "");
    }

    /** A project that both bodies have consented to. */
    Project approved(int houses, long baht) {
        var project = drafted(houses, baht);
        projects.submit(recorder, project.id());
        long plan = plans.present(project.id()).id();
        consent(Body.WORKING_GROUP, plan);
        consent(Body.REGIONAL_SUBCOMMITTEE, plan);
        return projects.at(recorder, project.id());
    }

    void attach(Project project, String kind) {
        evidence.attach(recorder, Projects.KIND, project.id(), kind, null, "", () -> vault.keep(new ByteArrayInputStream(Paper.pdf(kind + project.id())), kind + ".pdf"));
    }

    /** With all papers, an agreement and an account: ready to be paid. */
    Project contracted(int houses, long baht) {
        var project = approved(houses, baht);
        List.of("proposal", "household-list", "contract", "bank-book").forEach(kind -> attach(project, kind));
        projects.contract(recorder, project.id());
        cast.change(() -> payments.addPayee(Projects.KIND, project.id(), "สภาองค์กรชุมชนตำบลบ้านนา", "034", "0123456789"));
        return projects.at(recorder, project.id());
    }

    Instalment instalment(Project project, int number) {
        return instalments.of(project.id()).stream().filter(i -> i.number() == number).findFirst().orElseThrow();
    }

    /** Three people bring an instalment to the bank, which pays. */
    void pay(Project project, int number) {
        ready(project, number);
        issue(project, number);
        cast.change(() -> payments.settle(List.of(instalment(project, number).payment().id()), TODAY));
    }

    void ready(Project project, int number) {
        long id = instalment(project, number).id();
        instalments.request(recorder, id, "");
        instalments.check(officer, id, instalment(project, number).request().version());
        instalments.approve(finance, id, instalment(project, number).request().version());
    }

    void issue(Project project, int number) {
        cast.change(() -> {
            long batch = jdbc.sql("insert into payment_batch (message_id, made_on) values (?, ?) returning id").params("TEST" + System.nanoTime(), TODAY).query(Long.class).single();
            payments.issue(batch, List.of(instalment(project, number).payment().id()), TODAY);
        });
    }

    Projects.Money money(Project project) {
        return projects.money(project, TODAY);
    }

    Budget.Standing standing() {
        return budget.standing(year, TODAY).getFirst();
    }
}
