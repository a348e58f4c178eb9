package khabuan.registry.welfare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import khabuan.base.access.Actor;
import khabuan.base.access.Role;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.intake.Intake;
import khabuan.base.intake.Kinds;
import khabuan.base.intake.LineFault;
import khabuan.base.intake.Order;
import khabuan.base.intake.Outcome;
import khabuan.base.money.Baht;
import khabuan.cast.Cast;
import khabuan.cast.World;
import khabuan.registry.welfare.Figures.MemberClass;
import khabuan.registry.welfare.Figures.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@World
@DisplayName("Files of welfare funds and their statements")
class WelfareFilesTest {

    private static final LocalDate TODAY = LocalDate.of(2019, 9, 2);
    private static final String HEAD = "รหัสกองทุน,ปีงบประมาณ,ไตรมาส,ข้อมูล ณ วันที่,จำนวนสมาชิก,คนวัยทำงาน,เด็กเยาวชน(0-25ปี),จำนวนหมู่บ้าน,คณะกรรมการ,[6] สมาชิก,[65] (พอช.),เหตุผล";
    @Autowired Intake intake;
    @Autowired Kinds kinds;
    @Autowired Funds funds;
    @Autowired FundStatements statements;
    @Autowired JdbcClient jdbc;
    @Autowired Cast cast;
    @TempDir Path folder;
    private final Actor importer = officer(9021L, "N"), ofTheSouth = officer(9022L, "S");
    private String unit;
    private Fund fund;

    @BeforeEach
    void aFund() {
        unit = cast.unitInNan("อบต.", "สะเนียน" + System.nanoTime());
        fund = funds.register(Cast.recorderOfNan(), "", new Fund.Registration(unit, "", "กองทุนสวัสดิการชุมชนตำบลสะเนียน", LocalDate.of(2009, 5, 4)));
    }

    private static Actor officer(long account, String region) {
        return new Actor(account, "importer", "นำเข้า จำลอง", Role.REGIONAL_OFFICER, "region", region, Set.of(), "127.0.0.1");
    }

    private Outcome take(String kind, Actor actor, Instant recordedAt, String... lines) throws IOException {
        var file = Files.write(folder.resolve(kind + ".csv"), (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
        return intake.take(kinds.get(kind), new Order(actor, file, file.getFileName().toString(), recordedAt, false, false, TODAY, Order.Progress.NONE));
    }

    @Test
    @DisplayName("register funds as V2 writes them, each once; a wrong day changes nothing")
    void register() throws IOException {
        String title = jdbc.sql("select title from unit_now where code = ?").param(unit).query(String.class).single();
        assertThat(take("welfare-funds", importer, null, "ชื่อกองทุน,พื้นที่,จังหวัด,วันที่จัดตั้ง", "กองทุนวันละบาทบ้านสะเนียน," + title + ",น่าน,๙ ก.ย. ๒๕๕๒").faults()).isEmpty();
        assertThat(take("welfare-funds", importer, null, "ชื่อกองทุน,พื้นที่,จังหวัด,วันที่จัดตั้ง", "กองทุนวันละบาทบ้านสะเนียน," + title + ",น่าน,๙ ก.ย. ๒๕๕๒").added()).isZero();
        assertThat(take("welfare-funds", importer, null, "ชื่อกองทุน,พื้นที่,จังหวัด,วันที่จัดตั้ง", "กองทุนวันละบาทบ้านห้วยปุก," + title + ",น่าน,3 ก.ย. 2562").faults()).extracting(LineFault::column).containsExactly("founded_on");
        assertThat(jdbc.sql("select name from welfare_fund where unit_code = ? order by id").param(unit).query(String.class).list()).containsExactly("กองทุนสวัสดิการชุมชนตำบลสะเนียน", "กองทุนวันละบาทบ้านสะเนียน");
    }

    @Test
    @DisplayName("bring statements to the satang, which wait for a second person as typed ones do")
    void state() throws IOException {
        var outcome = take("welfare-statements", importer, null, HEAD, fund.code() + ",2562,4,20 ส.ค. 2562,350,200,40,11,15,\"1,250,000.75\",300000,");
        assertThat(outcome.faults()).isEmpty();
        var statement = statements.at(fund.id(), new FiscalYear(2562).quarter(4));
        assertThat(statement.standing()).isEqualTo("waiting");
        assertThat(statement.recordedBy()).isEqualTo(importer.accountId());
        assertThat(statement.figures().money()).containsEntry(Source.MEMBERS, new Baht(125_000_075)).containsEntry(Source.CODI, Baht.of(300_000)).containsEntry(Source.DONATIONS, Baht.ZERO);
        assertThat(statement.figures().classes()).containsEntry(MemberClass.WORKING, 200).containsEntry(MemberClass.YOUNG, 40);
        statements.certify(Cast.officerOfTheNorth(), fund.id(), statement.quarter(), statement.version());
        assertThat(take("welfare-statements", importer, null, HEAD, fund.code() + ",2562,4,20 ส.ค. 2562,351,200,40,11,15,\"1,250,000.75\",300000,").faults()).extracting(LineFault::key).containsExactly(WelfareRefusal.CERTIFIED_ALREADY.key());
    }

    @Test
    @DisplayName("tell every fault of every row at its column, and write none of them")
    void faults() throws IOException {
        var outcome = take("welfare-statements", importer, null, HEAD, fund.code() + ",2562,4,20 มิ.ย. 2562,350,200,40,11,15,1000,,", fund.code() + ",2562,3,20 มิ.ย. 2562,239,200,40,11,0,1000,,", "ไม่มี,2562,4,20 ส.ค. 2562,350,200,40,11,15,พันบาท,,",
                fund.code() + ",2562,2,20 มี.ค. 2562,0,,,11,,1000,,");
        assertThat(outcome.faults()).extracting(f -> f.line() + " " + f.column()).containsExactlyInAnyOrder("2 as_of", "3 members", "3 committee", "4 fund", "4 from_members", "5 members");
        assertThat(statements.of(fund.id())).isEmpty();
    }

    @Test
    @DisplayName("of a fund out of reach are refused; what fell since the last certified one wants its reason")
    void judged() throws IOException {
        String row = fund.code() + ",2562,3,31 พ.ค. 2562,350,200,40,11,15,5000,,";
        assertThat(take("welfare-statements", ofTheSouth, null, HEAD, row).faults()).extracting(LineFault::column).containsExactly("fund");
        take("welfare-statements", importer, null, HEAD, row);
        statements.certify(Cast.officerOfTheNorth(), fund.id(), new FiscalYear(2562).quarter(3), 1);
        assertThat(take("welfare-statements", importer, null, HEAD, fund.code() + ",2562,4,20 ส.ค. 2562,350,200,40,11,15,4999.99,,").faults()).extracting(LineFault::column).containsExactly("reason");
        assertThat(take("welfare-statements", importer, null, HEAD, fund.code() + ",2562,4,20 ส.ค. 2562,350,200,40,11,15,4999.99,,นับใหม่").faults()).isEmpty();
    }

    @Test
    @DisplayName("that the old system knew count as certified there")
    void old() throws IOException {
        assertThat(take("welfare-statements", Actor.commandLine(), Instant.parse("2018-09-30T09:00:00Z"), HEAD, fund.code() + ",2561,4,20 ส.ค. 2561,350,200,40,11,15,5000,,").faults()).isEmpty();
        assertThat(statements.at(fund.id(), new FiscalYear(2561).quarter(4)).certifiedName()).isEqualTo("V2");
    }
}
