package khabuan.registry.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.record.Conflict;
import khabuan.base.text.Bundles;
import khabuan.cast.Cast;
import khabuan.cast.World;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@World
@DisplayName("The register of councils")
class CouncilsTest {

    private static final LocalDate MARCH = LocalDate.of(2019, 3, 15);
    private static final FiscalYear Y2562 = new FiscalYear(2562);
    @Autowired Councils councils;
    @Autowired Members members;
    @Autowired Terms terms;
    @Autowired Works works;
    @Autowired CouncilRules rules;
    @Autowired Admission admission;
    @Autowired Measures measures;
    @Autowired CouncilsOfPlace ofPlace;
    @Autowired Places places;
    @Autowired Bundles bundles;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;

    private Council register(String unit) {
        return councils.register(Cast.recorderOfNan(), "", new Registration(unit, "", "", MARCH));
    }

    @Test
    @DisplayName("names a council after the type and the name of its unit, and numbers it after the last")
    void registers() {
        var first = register(cast.unitInNan("อบต.", "บ้านนา"));
        var second = register(cast.unitInNan("ทต.", "บ้านนา"));
        assertThat(first.name()).isEqualTo("สภาองค์กรชุมชนตำบลบ้านนา");
        assertThat(second.name()).isEqualTo("สภาองค์กรชุมชนเทศบาลตำบลบ้านนา");
        assertThat(Integer.parseInt(second.code())).isEqualTo(Integer.parseInt(first.code()) + 1);
        assertThat(terms.of(first.id())).singleElement().satisfies(t -> assertThat(t.dueOn()).isEqualTo(LocalDate.of(2023, 3, 15)));
        assertThat(register(cast.unitInNan("เขต", "บางบอน")).name()).isEqualTo("สภาองค์กรชุมชนเขตบางบอน");
        assertThat(register(cast.unitInNan("เมืองพัทยา", "พัทยา")).name()).isEqualTo("สภาองค์กรชุมชนเมืองพัทยา");
    }

    @Test
    @DisplayName("refuses a second council in force in a unit, and links to the first")
    void oneCouncilToAUnit() {
        String unit = cast.unitInNan("อบต.", "ดู่ใต้");
        var first = register(unit);
        assertThatThrownBy(() -> register(unit)).isInstanceOfSatisfying(Refusal.Thrown.class, e -> {
            assertThat(e.refusal()).isEqualTo(CouncilRefusal.UNIT_TAKEN);
            assertThat(e.field()).isEqualTo("unit");
            assertThat(e.link()).isEqualTo("/councils/" + first.id());
        });
    }

    @Test
    @DisplayName("does a request once, however often the phone repeats it")
    void oncePerKey() {
        String unit = cast.unitInNan("อบต.", "ไชยสถาน");
        String key = UUID.randomUUID().toString();
        var wish = new Registration(unit, "", "", MARCH);
        var first = councils.register(Cast.recorderOfNan(), key, wish);
        assertThat(councils.register(Cast.recorderOfNan(), key, wish).id()).isEqualTo(first.id());
    }

    @Test
    @DisplayName("knows no council before the law of 2551, nor of a day to come")
    void refusesImpossibleDays() {
        String unit = cast.unitInNan("อบต.", "ถืมตอง");
        assertThat(refusal(() -> councils.register(Cast.recorderOfNan(), "", new Registration(unit, "", "", LocalDate.of(2007, 12, 31))))).isEqualTo(CouncilRefusal.REGISTERED_BEFORE_LAW);
        assertThat(refusal(() -> councils.register(Cast.recorderOfNan(), "", new Registration(unit, "", "", LocalDate.of(2019, 9, 3))))).isEqualTo(CouncilRefusal.REGISTERED_IN_FUTURE);
        assertThat(refusal(() -> councils.register(Cast.recorderOfNan(), "", new Registration(unit, "12a", "", MARCH)))).isEqualTo(CouncilRefusal.CODE_SHAPE);
        assertThat(refusal(() -> councils.register(Cast.centre(), "", new Registration("ไม่มี", "", "", MARCH)))).isEqualTo(CouncilRefusal.UNIT_UNKNOWN);
    }

    @Test
    @DisplayName("judges a whole file by the same rules, row by row, within the file too")
    void judgesASet() {
        String taken = cast.unitInNan("อบต.", "ผาสิงห์");
        String free = cast.unitInNan("อบต.", "นาซาว");
        var standing = register(taken);
        var faults = admission.faults("""
                (select * from (values (2, null::bigint, '%1$s', null::text, date '2019-01-07', false), (3, null, '%2$s', '%3$s', date '2019-01-07', false),
                  (4, null, '%2$s', null, date '2030-01-01', false), (5, null, '%1$s', null, date '2010-01-01', true), (6, null, 'x', '1', date '2019-01-07', false))
                  as file (line, id, unit, code, registered_on, surplus))""".formatted(taken, free, standing.code()), LocalDate.of(2019, 9, 2));
        assertThat(faults).extracting(f -> f.line() + " " + f.refusal()).containsExactlyInAnyOrder("2 UNIT_TAKEN", "3 CODE_TAKEN", "4 UNIT_TAKEN", "4 REGISTERED_IN_FUTURE",
                "6 UNIT_UNKNOWN", "6 CODE_SHAPE");
    }

    @Test
    @DisplayName("is closed to who works elsewhere")
    void staysWithinReach() {
        var council = register(cast.unitInNan("อบต.", "บ่อสวก"));
        assertThatThrownBy(() -> councils.at(Cast.recorderOfPhatthalung(), council.id())).isInstanceOf(OutOfReach.class);
        String unit = cast.unitInNan("อบต.", "สวก");
        assertThatThrownBy(() -> councils.register(Cast.recorderOfPhatthalung(), "", new Registration(unit, "", "", MARCH))).isInstanceOf(OutOfReach.class);
    }

    @Test
    @DisplayName("lets nobody overwrite what somebody else corrected meanwhile")
    void conflicts() {
        var council = register(cast.unitInNan("อบต.", "สะเนียน"));
        var said = new Registration(council.unitCode(), council.code(), "สภาองค์กรชุมชนตำบลสะเนียน (พื้นที่สูง)", MARCH);
        assertThat(councils.correct(Cast.recorderOfNan(), council.id(), 1, "ชื่อตามเอกสาร จส.02", said, new Relocation(null, false)).version()).isEqualTo(2);
        assertThatThrownBy(() -> councils.correct(Cast.officerOfTheNorth(), council.id(), 1, "แก้วันที่", said, new Relocation(null, false))).isInstanceOfSatisfying(Conflict.class, c -> assertThat(c.now()).isEqualTo(2));
    }

    @Test
    @DisplayName("lets no more than one qualified member sit for five representatives")
    void keepsTheBalance() {
        var council = register(cast.unitInNan("อบต.", "เรือง"));
        members.add(Cast.recorderOfNan(), council.id(), "", MARCH, representatives(9));
        assertThat(refusal(() -> members.add(Cast.recorderOfNan(), council.id(), "", MARCH, qualified(2)))).isEqualTo(CouncilRefusal.TOO_MANY_QUALIFIED);
        assertThat(members.of(council.id(), false)).hasSize(9);
        members.add(Cast.recorderOfNan(), council.id(), "", MARCH, qualified(1));
        assertThat(members.of(council.id(), false)).hasSize(10).allSatisfy(m -> assertThat(m.name()).endsWith("…"));
    }

    @Test
    @DisplayName("ends the membership of who is not selected again when a term is reviewed")
    void reviewsATerm() {
        var council = councils.register(Cast.recorderOfNan(), "", new Registration(cast.unitInNan("อบต.", "กองควาย"), "", "", LocalDate.of(2014, 2, 1)));
        members.add(Cast.recorderOfNan(), council.id(), "", LocalDate.of(2014, 2, 1), representatives(3));
        var stays = members.of(council.id(), false).getFirst();
        terms.review(Cast.recorderOfNan(), council.id(), "", LocalDate.of(2018, 6, 12), List.of(stays.id()));
        assertThat(members.of(council.id(), false)).containsExactly(stays);
        assertThat(terms.of(council.id())).extracting(Council.Term::number, Council.Term::reviewedOn)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2, null), org.assertj.core.groups.Tuple.tuple(1, LocalDate.of(2018, 6, 12)));
    }

    @Test
    @DisplayName("shows its newest on the page of a place, to whom the place lies within reach")
    void standsOnThePageOfAPlace() {
        var council = register(cast.unitInNan("อบต.", "ตาลชุม"));
        var unit = places.find(Level.UNIT, council.unitCode()).orElseThrow();
        assertThat(ofPlace.show(unit, Cast.recorderOfNan()).rows()).extracting(CouncilTable.Row::id).containsExactly(council.id());
        assertThat(ofPlace.show(unit, Cast.recorderOfNan()).listPath()).isEqualTo("/councils?region=N&province=55&district=5501&unit=" + council.unitCode());
        cast.unitInPhatthalung("อบต.", "ลำปำ");
        assertThat(ofPlace.show(unit, Cast.recorderOfPhatthalung())).isNull();
    }

    @Test
    @DisplayName("has words for each refusal, in both languages")
    void refusesInWords() {
        for (var language : List.of(java.util.Locale.of("th"), java.util.Locale.ENGLISH))
            assertThat(CouncilRefusal.values()).allMatch(refusal -> bundles.in(language).has(refusal.key()));
    }

    @Test
    @DisplayName("certifies with the documents, and takes a certification back only with a reason")
    void certifies() {
        var council = register(cast.unitInNan("ทต.", "กองควาย"));
        assertThat(refusal(() -> councils.certify(Cast.officerOfTheNorth(), council.id(), Y2562, ""))).isEqualTo(CouncilRefusal.CERTIFY_WITHOUT_EVIDENCE);
        cast.change(() -> List.of("js02", "js03").forEach(kind -> attach(council.id(), kind, null, MARCH)));
        councils.certify(Cast.officerOfTheNorth(), council.id(), Y2562, "");
        assertThat(works.certifications(council.id())).singleElement().satisfies(k -> assertThat(k.by()).isEqualTo("somchai"));
        assertThat(refusal(() -> councils.withdrawCertification(Cast.officerOfTheNorth(), council.id(), Y2562, " "))).isEqualTo(CouncilRefusal.REASON_MISSING);
        councils.withdrawCertification(Cast.officerOfTheNorth(), council.id(), Y2562, "แนบไฟล์ของตำบลอื่น");
        assertThat(works.certifications(council.id())).isEmpty();
    }

    @Test
    @DisplayName("passes the same councils as the measures council.concrete and council.capacity count")
    void verdictsAgreeWithMeasures() {
        var random = new Random(2562);
        var made = new ArrayList<Council>();
        for (int i = 0; i < 60; i++) made.add(worker(random, i));
        for (var code : List.of("concrete", "capacity")) {
            var passed = made.stream().filter(c -> rules.judge(c.id(), Y2562).stream().anyMatch(v -> v.code().equals(code) && v.isMet())).map(Council::unitCode).toList();
            var answer = measures.ask(List.of(new Question("council." + code, Level.UNIT, List.of(new Window(Y2562.start(), Y2562.end(), null))))).getFirst();
            var counted = made.stream().map(Council::unitCode).filter(unit -> answer.at(unit, 0) == 1).toList();
            assertThat(counted).as(code).isEqualTo(passed).hasSizeBetween(5, 55);
        }
    }

    @Test
    @DisplayName("with the missions of the capacity test is counted at each of its files, and has capacity when it has all three")
    void filesOfCapacity() {
        var random = new Random(187);
        var made = new ArrayList<Council>();
        for (int i = 60; i < 100; i++) made.add(worker(random, i));
        var year = List.of(new Window(Y2562.start(), Y2562.end(), null));
        var answers = measures.ask(List.of(new Question("council.capacity-missions", Level.UNIT, year), new Question("council.capacity-file", Level.UNIT, Place.COUNTRY, true, year), new Question("council.capacity", Level.UNIT, year)));
        var files = new ArrayList<Long>();
        for (var council : made) {
            long attached = Stream.of("problem-report", "letter-copy", "follow-up").mapToLong(kind -> answers.get(1).at(council.unitCode(), kind, 0)).sum();
            long on = jdbc.sql("select count(*) from evidence where record_kind = 'council' and record_id = ? and kind <> 'minutes'").param(council.id()).query(Long.class).single();
            boolean did = answers.get(0).at(council.unitCode(), 0) == 1;
            assertThat(attached).isEqualTo(did ? on : 0);
            assertThat(answers.get(2).at(council.unitCode(), 0)).isEqualTo(attached == 3 ? 1 : 0);
            if (did) files.add(attached);
        }
        assertThat(files).contains(1L, 3L).hasSizeBetween(10, 39);
    }

    /** A council that did some of the work of 2562, by chance. */
    private Council worker(Random random, int i) {
        var council = councils.register(Cast.recorderOfNan(), "", new Registration(cast.unitInNan("อบต.", "ทดสอบ " + i), "", "", LocalDate.of(2012, 1, 9)));
        cast.change(() -> {
            for (int n = 0; n < 3 + random.nextInt(3); n++)
                jdbc.sql("insert into council_meeting (council_id, held_on) values (?, ?)").params(council.id(), Y2562.start().plusDays(random.nextInt(60) + 60L * n)).update();
            for (int mission = 1; mission <= 12; mission++)
                if (random.nextInt(10) < 8) jdbc.sql("insert into council_mission (council_id, fiscal_year, mission, done_on) values (?, 2562, ?, ?)")
                        .params(council.id(), mission, Y2562.start().plusDays(random.nextInt(300))).update();
            for (var kind : List.of("problem-report", "letter-copy", "follow-up", "minutes"))
                if (random.nextInt(10) < 8) attach(council.id(), kind, 2562, Y2562.start().plusDays(random.nextInt(300)));
        });
        return council;
    }

    private void attach(long council, String kind, Integer year, LocalDate day) {
        String sha = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
        long file = jdbc.sql("insert into file (sha256, name, media_type, bytes) values (?, ?, 'application/pdf', 1) returning id").params(sha, kind + ".pdf").query(Long.class).single();
        jdbc.sql("insert into evidence (record_kind, record_id, kind, fiscal_year, file_id, attached_on) values ('council', ?, ?, ?, ?, ?)").params(council, kind, year, file, day).update();
    }

    private static List<Members.Joining> representatives(int count) {
        return java.util.stream.IntStream.rangeClosed(1, count).mapToObj(i -> new Members.Joining("นายบุญมี หมู่" + i, "community", "หมู่ที่ " + i, "male")).toList();
    }

    private static List<Members.Joining> qualified(int count) {
        return java.util.stream.IntStream.rangeClosed(1, count).mapToObj(i -> new Members.Joining("นางคำปัน ปราชญ์" + i, "qualified", "", "female")).toList();
    }

    private static Refusal refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        var thrown = new Refusal[1];
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.Thrown.class, e -> thrown[0] = e.refusal());
        return thrown[0];
    }
}
