package khabuan.insight.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import khabuan.base.access.SignIn;
import khabuan.base.intake.Intake;
import khabuan.base.intake.Kinds;
import khabuan.base.intake.LineFault;
import khabuan.base.intake.Order;
import khabuan.base.intake.Outcome;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("A file of indicators")
class IndicatorsIntakeTest {

    private static final String HEAD = "fiscal_year,code,number,title,unit,measuring,source,measure,part_of,year_target,plan1,plan2,plan3,plan4\n";
    @Autowired Intake intake;
    @Autowired Kinds kinds;
    @Autowired Agreeing agreeing;
    @Autowired Agreements agreements;
    @Autowired Targets targets;
    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @TempDir Path folder;

    @BeforeEach
    void places() {
        cast.unitInNan("อบต.", "เจดีย์ชัย");
        cast.unitInPhatthalung("อบต.", "ชะมวง");
    }

    private Outcome take(Path file) {
        return intake.take(kinds.get("indicators"), new Order(Cast.centre(), file, file.getFileName().toString(), null, false, false, LocalDate.of(2019, 9, 2), Order.Progress.NONE));
    }

    private Path csv(String lines) throws IOException {
        return Files.writeString(folder.resolve("ตัวชี้วัด.csv"), HEAD + lines);
    }

    @Test
    @DisplayName("brings a year's indicators with their parts and targets; taken in again it changes nothing, and what is exported is the same file")
    void takenIn() throws Exception {
        agreeing.begin(2571, null, Cast.centre());
        var file = csv("""
                2571,HOUSING,1,ที่อยู่อาศัยผู้มีรายได้น้อย,ครัวเรือน,นับ,ผลรวม,,,,,,,
                2571,HOUSING-URBAN,1.1,บ้านมั่นคง,ครัวเรือน,นับ,บันทึก,,HOUSING,6710,1000,1710,2000,2000
                2571,COUNCIL-NEW,4.1(1),จัดตั้งสภาองค์กรชุมชนตำบล,ตำบล,,MEASURE,council.new,,750,29,271,339,111
                """);
        assertThat(take(file)).extracting(Outcome::added, o -> o.faults()).containsExactly(3L, java.util.List.<LineFault>of());
        var urban = agreements.find(2571, "HOUSING-URBAN");
        assertThat(urban.partOf()).isEqualTo(agreements.find(2571, "HOUSING").id());
        assertThat(targets.book(2571).amount(urban.id(), 0, "TH")).isEqualByComparingTo("6710");
        assertThat(take(file)).extracting(Outcome::same, Outcome::changed).containsExactly(3L, 0L);
        var exported = folder.resolve("indicators-2571.xlsx");
        Files.write(exported, mvc.perform(get("/agreements/2571.xlsx").with(SignIn.as(Cast.centre()))).andReturn().getResponse().getContentAsByteArray());
        assertThat(take(exported)).extracting(Outcome::same, Outcome::changed, o -> o.faults().size()).containsExactly(3L, 0L, 0);
        agreeing.sign(2571, LocalDate.of(2027, 10, 1), Cast.centre());
        assertThat(take(csv("2571,HOUSING-URBAN,,,,,,,,9210,,,,\n")).faults()).extracting(LineFault::key).containsExactlyInAnyOrder("indicator.refusal.signed", "indicator.refusal.quarters-do-not-add-up");
    }

    @Test
    @DisplayName("is refused row by row by the rules of the form, and nothing of it is written")
    void refused() throws Exception {
        agreeing.begin(2572, null, Cast.centre());
        var outcome = take(csv("""
                2572,LEADERS,4.3,พัฒนาแกนนำ,คน,,,,,3000,600,600,600,600
                2572,COUNCILS,4.1,สภาฯ,ตำบล,,MEASURE,council.registered,,,,,,
                2572,housing,1,ที่อยู่อาศัย,,,,,,,,,,
                2573,STAFF,8,บุคลากร,คน,,,,,,,,,
                2572,CANAL,1.2,ริมคลอง,ครัวเรือน,,,,HOUSE,,,,,
                """));
        assertThat(outcome.written()).isFalse();
        assertThat(outcome.faults()).extracting(LineFault::line, LineFault::column, LineFault::key).containsExactlyInAnyOrder(tuple(2, "year_target", "indicator.refusal.quarters-do-not-add-up"),
                tuple(3, "measure", "indicator.refusal.measure-does-not-fit"), tuple(4, "code", "indicator.refusal.code-unreadable"), tuple(4, "unit", "indicator.refusal.unit-missing"),
                tuple(5, "fiscal_year", "indicator.refusal.no-agreement"), tuple(6, "part_of", "indicator.refusal.no-such-indicator"));
        assertThat(agreements.indicators(2572)).isEmpty();
    }

    @Test
    @DisplayName("brings strategies, plans and work items as a tree, and the targets of regions and of the centre; what is exported is the same file")
    void treeAndPlaces() throws Exception {
        agreeing.begin(2574, null, Cast.centre());
        var file = Files.writeString(folder.resolve("ตัวชี้วัดและหัวข้อ.csv"), """
                fiscal_year,code,number,title,unit,strategy,plan,work,year_target,plan1,plan2,year_places,plan1_places
                2574,LEADERS,4.3(1),พัฒนาแกนนำ,คน,1 ชุมชนเข้มแข็ง,แผนงานสภาฯ,4 สภาองค์กรชุมชน > 4.3 พัฒนาแกนนำ,400,100,300,ภาคเหนือ 250; ภาคใต้ ๑๓๐;ส่วนกลาง 20,N 100
                2574,COUNCILS,4.1,สภาฯ,ตำบล,1 ชุมชนเข้มแข็ง,แผนงานสภาฯ,4 สภาองค์กรชุมชน,,,,,
                """);
        assertThat(take(file)).extracting(Outcome::added, o -> o.faults()).containsExactly(2L, java.util.List.<LineFault>of());
        var headings = agreements.headings(2574);
        assertThat(headings).extracting(Heading::kind, Heading::number, Heading::title, h -> headings.stream().filter(p -> h.parentId() != null && p.id() == h.parentId()).map(Heading::title).findFirst().orElse(""))
                .containsExactly(tuple(Heading.Kind.STRATEGY, "1", "ชุมชนเข้มแข็ง", ""), tuple(Heading.Kind.PLAN, "", "แผนงานสภาฯ", "ชุมชนเข้มแข็ง"), tuple(Heading.Kind.WORK, "4", "สภาองค์กรชุมชน", "แผนงานสภาฯ"),
                        tuple(Heading.Kind.WORK, "4.3", "พัฒนาแกนนำ", "สภาองค์กรชุมชน"));
        var leaders = agreements.find(2574, "LEADERS");
        assertThat(leaders.headingId()).isEqualTo(headings.getLast().id());
        var book = targets.book(2574);
        assertThat(book.amount(leaders.id(), 0, "N")).isEqualByComparingTo("250");
        assertThat(book.amount(leaders.id(), 0, "S")).isEqualByComparingTo("130");
        assertThat(book.amount(leaders.id(), 0, "CENTRE")).isEqualByComparingTo("20");
        assertThat(book.amount(leaders.id(), 1, "N")).isEqualByComparingTo("100");
        assertThat(take(file)).extracting(Outcome::same, Outcome::changed).containsExactly(2L, 0L);
        var exported = folder.resolve("indicators-2574.xlsx");
        Files.write(exported, mvc.perform(get("/agreements/2574.xlsx").with(SignIn.as(Cast.centre()))).andReturn().getResponse().getContentAsByteArray());
        assertThat(take(exported)).extracting(Outcome::same, Outcome::changed, o -> o.faults()).containsExactly(2L, 0L, java.util.List.<LineFault>of());
        var moved = Files.writeString(folder.resolve("ย้าย.csv"), "fiscal_year,code,work,year_places\n2574,COUNCILS,4 สภาองค์กรชุมชน > 4.1 จัดตั้ง,\n2574,LEADERS,,ภาคเหนือ 200\n");
        assertThat(take(moved).faults()).extracting(LineFault::line, LineFault::column, LineFault::key).containsExactly(tuple(3, "year_target", "indicator.refusal.regions-do-not-add-up"));
        assertThat(take(Files.writeString(folder.resolve("อ่านไม่ออก.csv"), "fiscal_year,code,year_places,plan1_places\n2574,LEADERS,ภาคเหนืออ 250,N 5; ภาคเหนือ 6\n")).faults()).extracting(LineFault::column, LineFault::key)
                .containsExactlyInAnyOrder(tuple("year_places", "indicator.refusal.places-unreadable"), tuple("plan1_places", "indicator.refusal.places-unreadable"));
        take(Files.writeString(folder.resolve("ย้ายหัวข้อ.csv"), "fiscal_year,code,work\n2574,COUNCILS,4 สภาองค์กรชุมชน > 4.1 จัดตั้ง\n"));
        assertThat(agreements.headings(2574)).extracting(Heading::line).contains("4.1 จัดตั้ง").hasSize(5);
    }
}
