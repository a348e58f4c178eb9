package khabuan.registry.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import khabuan.base.person.Person;
import khabuan.cast.Cast;
import khabuan.cast.World;
import khabuan.registry.welfare.Figures.Benefit;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@World
@DisplayName("Members' data of a fund")
class MemberDataTest extends FundHouse {

    @Test
    @DisplayName("are taken out for a purpose alone, which stands in the log at every member of the list; by nobody but the fund's committee")
    void exported() throws Exception {
        String name = "นางคำ " + Cast.surname();
        int kham = roster.join(treasurer, fund.id(), "", new Person.Details(unit, name, "", ""), "elderly", 2, SINCE);
        int bun = join("นายบุญ", SINCE);
        roster.leave(treasurer, fund.id(), bun, java.time.LocalDate.of(2019, 5, 1), "moved");
        collect(AUGUST, kham);
        assertThat(text(asked(post(path + "/members/export").with(csrf()), treasurer))).contains("กรอกวัตถุประสงค์", "กรอกวันที่");
        var short_ = asked(post(path + "/members/export").with(csrf()).param("purpose", "ดู").param("from", "1 ส.ค. 2562").param("until", "31 ก.ค. 2562"), treasurer);
        assertThat(short_.getStatus()).isEqualTo(422);
        assertThat(text(short_)).contains("กรอกวัตถุประสงค์อย่างน้อย", "วันสุดท้ายต้องไม่ก่อนวันแรก");
        assertThat(jdbc.sql("select count(*) from log.entry where act = 'welfare.export-members' and subject_id = ?").param(fund.id()).query(Integer.class).single()).isZero();
        String purpose = "พิมพ์บัญชีลงชื่อสำหรับประชุมใหญ่";
        var answer = asked(post(path + "/members/export").with(csrf()).param("purpose", purpose).param("from", "1 ส.ค. 2562").param("until", "31 ส.ค. 2562"), treasurer);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).as("who left before the period is not in it").isOne();
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo(name);
            assertThat(sheet.getRow(1).getCell(6).getNumericCellValue()).isEqualTo(30.0);
            assertThat(sheet.getRow(1).getCell(8).getStringCellValue()).isEqualTo(purpose);
        }
        assertThat(jdbc.sql("select reason from log.entry where act = 'person.export' and subject_kind = 'person' and subject_id = ?").param(roster.at(fund.id(), kham).personId()).query(String.class).list()).containsExactly(purpose);
        assertThat(jdbc.sql("select reason from log.entry where act = 'welfare.export-members' and subject_id = ?").param(fund.id()).query(String.class).single()).isEqualTo(purpose);
        assertThat(asked(get(path + "/members/export"), Cast.officerOfTheNorth()).getStatus()).isEqualTo(403);
        assertThat(asked(post(path + "/members/export").with(csrf()).param("purpose", purpose).param("from", "1 ส.ค. 2562").param("until", "31 ส.ค. 2562"), keeper("chair", open("กองทุนสวัสดิการชุมชนบ้านบ่อสวก (สี่)"))).getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("are copied whole for the member: what is known of the person, what was paid and asked, and who looked at it; of others nothing")
    void copied() throws Exception {
        String name = "นางคำ " + Cast.surname();
        int kham = roster.join(treasurer, fund.id(), "", new Person.Details(unit, name, "", "081-234-5678"), "elderly", 2, SINCE);
        int bun = join("นายบุญ", SINCE);
        collect(AUGUST, kham, bun);
        claims.ask(treasurer, fund.id(), "", kham, promise(Benefit.SICKNESS, 0, 500, 2), AUGUST.atDay(3), null, "นอนโรงพยาบาล 2 คืน");
        assertThat(asked(get(path + "/members/" + kham), chair).getStatus()).isEqualTo(200);
        String copy = text(asked(get(path + "/members/" + kham + "/copy"), treasurer));
        assertThat(copy).contains(name, "0812345678", "หมู่ 2", "ผู้สูงอายุ", "สิงหาคม 2562", "นอนโรงพยาบาล 2 คืน", "กรรมการchair", "สำเนาข้อมูลของสมาชิก").doesNotContain("นายบุญ");
        assertThat(asked(get(path + "/members/" + kham + "/copy"), Cast.officerOfTheNorth()).getStatus()).isEqualTo(403);
    }
}
