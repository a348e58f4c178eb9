package khabuan.base.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.intake.Order;
import khabuan.base.record.Moments;
import khabuan.base.record.Timeline;
import khabuan.base.store.RowScope;
import khabuan.base.text.Bundles;
import khabuan.cast.Cast;
import khabuan.cast.People;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@World
@DisplayName("An old system's extract")
class ReconciliationTest {

    private static final LocalDate TODAY = LocalDate.of(2019, 9, 2);
    private static final LocalDate DRAWN = LocalDate.of(2019, 8, 31);

    @Autowired Reconciliations reconciliations;
    @Autowired Comparing comparing;
    @Autowired Choosing choosing;
    @Autowired Applying applying;
    @Autowired RowTable table;
    @Autowired ReconciliationSheet sheet;
    @Autowired ComparisonWorkbook workbook;
    @Autowired Timeline timeline;
    @Autowired Moments moments;
    @Autowired Cast cast;
    @Autowired People people;
    @Autowired Bundles bundles;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;
    @TempDir
    Path folder;
    private String boSuak;
    private String thaMihram;
    private int code;

    @BeforeEach
    void units() {
        String suffix = Long.toString(System.nanoTime(), 36);
        boSuak = cast.unitInNan("อบต.", "บ่อสวก" + suffix);
        thaMihram = cast.unitInPhatthalung("ทต.", "ท่ามิหรำ" + suffix);
        code = jdbc.sql("select coalesce(max(code::bigint), 100000) + 50 from organisation where code ~ '^[0-9]{6,9}$'").query(Integer.class).single();
    }

    /** An organisation of 15 March 2562 with 25 members. @return its code */
    private String organisation(String unit, String name) {
        String own = Integer.toString(++code);
        cast.change(() -> jdbc.sql("insert into organisation (code, unit_code, name, registered_on, members, activities) values (?, ?, ?, '2019-03-15', 25, 'ออมทรัพย์')").params(own, unit, name).update());
        return own;
    }

    private Reconciliation compare(Actor actor, String kind, String area, String... lines) throws IOException {
        var file = Files.writeString(folder.resolve(System.nanoTime() + ".csv"), String.join("\r\n", lines) + "\r\n");
        var covered = new Comparing.Covered(area, DRAWN);
        long id = reconciliations.open(actor, new Reconciliations.Wish(kind, "ฐานข้อมูลองค์กร (เดิม)", covered, "องค์กร.csv", "0".repeat(64)));
        new RowScope(actor.scopeLevel(), actor.scopeCode()).during(() -> new TransactionTemplate(transactions).execute(status -> comparing.compare(id, reconciliations.kind(kind),
                new Order(actor, file, "องค์กร.csv", null, true, false, TODAY, Order.Progress.NONE), covered)));
        return reconciliations.at(actor, id);
    }

    private Reconciliation compare(String... rows) throws IOException {
        var lines = new java.util.ArrayList<>(List.of("รหัสองค์กร,ชื่อองค์กร,พื้นที่,วันที่จดแจ้ง,จำนวนสมาชิก,กิจกรรม"));
        lines.addAll(List.of(rows));
        return compare(people.centreOfficer(), "organisations", "", lines.toArray(String[]::new));
    }

    private List<ComparedRow> rows(Reconciliation of, String query) {
        var address = new java.util.HashMap<String, String>();
        for (var part : query.split("&")) if (part.contains("=")) address.put(part.split("=")[0], part.split("=")[1]);
        return table.page(people.centreOfficer(), of, RowFilter.read(address), 100, 0);
    }

    private int choose(Reconciliation of, String query, Choosing.What what, String... fields) {
        var address = new java.util.HashMap<String, String>();
        for (var part : query.split("&")) if (part.contains("=")) address.put(part.split("=")[0], part.split("=")[1]);
        return choosing.choose(people.centreOfficer(), of, RowFilter.read(address), what, List.of(fields), List.of());
    }

    private Applying.Applied apply(Reconciliation of) {
        return applying.apply(people.centreOfficer(), of, Order.Progress.NONE);
    }

    private Map<String, Object> organisation(String code) {
        return jdbc.sql("select name, registered_on::text, members, version from organisation where code = ?").param(code).query().singleRow();
    }

    @Test
    @DisplayName("falls into rows that are the same, differ, are likely, only there, only here, and faulty")
    void classes() throws IOException {
        String weaving = organisation(boSuak, "กลุ่มทอผ้าบ้านป่าคา");
        String savings = organisation(boSuak, "กลุ่มออมทรัพย์เพื่อการผลิตบ้านนาผา หมู่ที่ 3");
        String herbs = organisation(boSuak, "กลุ่มสมุนไพรบ้านเชียงยืน");
        organisation(boSuak, "กลุ่มผู้ใช้น้ำบ้านซาวหลวง");
        var of = compare(weaving + ",กลุ่มทอผ้าบ้านป่าคา," + boSuak + ",15 มี.ค. 2562,25,ออมทรัพย์",
                "," + "กลุ่มสมุนไพรบ้านเชียงยืน," + boSuak + ",1 มี.ค. 2562,30,",
                ",กลุ่มออมทรัพย์เพื่อการผลิตบ้านนาพา หมู่ที่ 3," + boSuak + ",15 มี.ค. 2562,25,",
                "999001,กลุ่มเลี้ยงปลาบ้านใหม่," + boSuak + ",1 ก.พ. 2562,12,ประมง",
                ",กลุ่มปลูกผักบ้านดง,อบต.ไม่มีที่ใด,1 ก.พ. 2562,12,");
        assertThat(rows(of, "")).extracting(ComparedRow::of, ComparedRow::line, ComparedRow::code, ComparedRow::differing).containsExactly(
                tuple("same", 2, weaving, List.of()), tuple("differs", 3, herbs, List.of("registered_on", "members")), tuple("likely", 4, savings, List.of("name")),
                tuple("there", 5, null, List.of()), tuple("faulty", 6, null, List.of()), tuple("here", null, Integer.toString(code), List.of()));
        assertThat(rows(of, "of=differs").getFirst().here("registered_on")).isEqualTo("2019-03-15");
        assertThat(rows(of, "of=differs").getFirst().there("registered_on")).isEqualTo("2019-03-01");
        assertThat(rows(of, "of=faulty").getFirst().faults()).extracting(ComparedRow.Fault::key).containsExactly("intake.fault.unit-unknown");
    }

    @Test
    @DisplayName("doesn't differ by an empty cell, nor by how Thai letters are typed")
    void writing() throws IOException {
        String water = organisation(boSuak, "กลุ่มผู้ใช้น้ำบ้านซาว");
        var of = compare(water + ",กลุ่มผู้ใช้นํ้าบ้านซาว," + boSuak + ",๑๕ มีนาคม ๒๕๖๒,,");
        assertThat(rows(of, "")).extracting(ComparedRow::of).containsExactly("same");
    }

    @Test
    @DisplayName("changes nothing until it is applied; then its values stand in the records, and each timeline says where they come from")
    void applied() throws IOException {
        String one = organisation(boSuak, "กลุ่มทอผ้าบ้านป่าคา"), other = organisation(boSuak, "กลุ่มจักสานบ้านป่าคา");
        var of = compare(one + ",กลุ่มทอผ้าบ้านป่าคา," + boSuak + ",1 มี.ค. 2562,25,", other + ",กลุ่มจักสานบ้านป่าคา," + boSuak + ",1 มี.ค. 2562,40,");
        assertThat(choose(of, "of=differs&field=registered_on&only=true", Choosing.What.TAKE, "registered_on")).isEqualTo(1);
        assertThat(organisation(one)).containsEntry("registered_on", "2019-03-15").containsEntry("version", 1);
        assertThat(apply(of)).isEqualTo(new Applying.Applied(1, 0, 0, 0, 0));
        assertThat(organisation(one)).containsEntry("registered_on", "2019-03-01").containsEntry("version", 2);
        assertThat(organisation(other)).containsEntry("registered_on", "2019-03-15").containsEntry("version", 1);
        long id = jdbc.sql("select id from organisation where code = ?").param(one).query(Long.class).single();
        var step = timeline.ofRecord("organisation", id).getFirst();
        assertThat(step.reason()).isEqualTo("เทียบทะเบียนกับ ฐานข้อมูลองค์กร (เดิม) ของวันที่ 31 สิงหาคม 2562");
        assertThat(step.actor()).contains("ประเสริฐ");
        assertThat(step.fields()).containsExactly(new Timeline.Field("registered_on", "2019-03-15", "2019-03-01"));
    }

    @Test
    @DisplayName("is applied once: again it changes nothing, and its rows are the same now")
    void once() throws IOException {
        String one = organisation(boSuak, "กลุ่มทอผ้าบ้านป่าคา");
        var of = compare(one + ",กลุ่มทอผ้าบ้านป่าคา," + boSuak + ",1 มี.ค. 2562,30,", "," + "กลุ่มเลี้ยงปลาบ้านใหม่," + boSuak + ",1 ก.พ. 2562,12,ประมง");
        choose(of, "of=differs", Choosing.What.TAKE);
        choose(of, "of=there", Choosing.What.CREATE);
        assertThat(apply(of)).isEqualTo(new Applying.Applied(1, 1, 0, 0, 0));
        long changes = jdbc.sql("select count(*) from history.organisation").query(Long.class).single();
        assertThat(apply(of)).isEqualTo(new Applying.Applied(0, 0, 0, 0, 0));
        assertThat(jdbc.sql("select count(*) from history.organisation").query(Long.class).single()).isEqualTo(changes);
        assertThat(rows(of, "")).extracting(ComparedRow::of, ComparedRow::outcome).containsExactly(tuple("same", "applied"), tuple("same", "applied"));
        assertThat(jdbc.sql("select name || ' ' || members from organisation where unit_code = ? and name like '%ปลา%'").param(boSuak).query(String.class).list()).containsExactly("กลุ่มเลี้ยงปลาบ้านใหม่ 12");
    }

    @Test
    @DisplayName("takes of several fields those that were chosen, and leaves the others to be decided")
    void someFields() throws IOException {
        String one = organisation(boSuak, "กลุ่มทอผ้าบ้านป่าคา");
        var of = compare(one + ",กลุ่มทอผ้าไหมบ้านป่าคา," + boSuak + ",1 มี.ค. 2562,30,");
        choose(of, "of=differs", Choosing.What.TAKE, "members");
        choose(of, "of=differs", Choosing.What.TAKE, "name");
        choose(of, "of=differs", Choosing.What.KEEP, "name");
        apply(of);
        assertThat(organisation(one)).containsEntry("members", 30).containsEntry("name", "กลุ่มทอผ้าบ้านป่าคา").containsEntry("registered_on", "2019-03-15");
        assertThat(rows(of, "").getFirst()).extracting(ComparedRow::of, ComparedRow::differing, ComparedRow::applied, ComparedRow::choice).containsExactly("differs", List.of("name", "registered_on"), List.of("members"), null);
    }

    @Test
    @DisplayName("can bring a record the code that it had in the old system, but not one that another record bears")
    void codes() throws IOException {
        String one = organisation(boSuak, "กลุ่มทอผ้าบ้านป่าคา"), other = organisation(thaMihram, "กลุ่มตีเหล็กบ้านลำ");
        String old = Integer.toString(code + 700);
        var of = compare(old + ",กลุ่มทอผ้าบ้านป่าคา," + boSuak + ",15 มี.ค. 2562,,");
        choose(of, "of=differs", Choosing.What.TAKE);
        assertThat(apply(of).changed()).isEqualTo(1);
        assertThat(organisation(old)).containsEntry("name", "กลุ่มทอผ้าบ้านป่าคา");
        assertThat(jdbc.sql("select count(*) from organisation where code = ?").param(one).query(Integer.class).single()).isZero();
        assertThat(other).isNotEqualTo(old);
    }

    @Test
    @DisplayName("doesn't overwrite what somebody changed since the comparison, nor register twice what somebody registered")
    void movedOn() throws IOException {
        String one = organisation(boSuak, "กลุ่มทอผ้าบ้านป่าคา");
        var of = compare(one + ",กลุ่มทอผ้าบ้านป่าคา," + boSuak + ",1 มี.ค. 2562,25,", "," + "กลุ่มเลี้ยงปลาบ้านใหม่," + boSuak + ",1 ก.พ. 2562,12,ประมง");
        choose(of, "of=differs", Choosing.What.TAKE);
        choose(of, "of=there", Choosing.What.CREATE);
        cast.change(() -> jdbc.sql("update organisation set members = 31 where code = ?").param(one).update());
        organisation(boSuak, "กลุ่มเลี้ยงปลาบ้านใหม่");
        assertThat(apply(of)).isEqualTo(new Applying.Applied(0, 0, 0, 2, 0));
        assertThat(organisation(one)).containsEntry("registered_on", "2019-03-15").containsEntry("members", 31);
        assertThat(jdbc.sql("select members from organisation where unit_code = ? and name like '%ปลา%'").param(boSuak).query(Integer.class).list()).containsExactly(25);
        assertThat(rows(of, "state=moved-on")).hasSize(2);
    }

    @Test
    @DisplayName("is refused row by row by the rules of the form, which say why; the others are written")
    void refused() throws IOException {
        String one = organisation(boSuak, "กลุ่มทอผ้าบ้านป่าคา"), gone = organisation(boSuak, "กลุ่มจักสานบ้านป่าคา");
        cast.change(() -> jdbc.sql("update organisation set ended_on = '2019-06-30' where code = ?").param(gone).update());
        var of = compare(one + ",กลุ่มทอผ้าบ้านป่าคา," + boSuak + ",15 มี.ค. 2562,26,", gone + ",กลุ่มจักสานบ้านป่าคา," + boSuak + ",15 มี.ค. 2562,26,");
        choose(of, "of=differs", Choosing.What.TAKE);
        assertThat(apply(of)).isEqualTo(new Applying.Applied(1, 0, 1, 0, 0));
        assertThat(rows(of, "state=refused").getFirst().faults()).extracting(ComparedRow.Fault::key).containsExactly("organisation.refusal.not-in-force");
        assertThat(organisation(gone)).containsEntry("members", 25);
    }

    @Test
    @DisplayName("has likely rows confirmed by a person who ticks them, and never by a filter; what is another record is only there, and ours only here")
    void likely() throws IOException {
        organisation(boSuak, "กลุ่มออมทรัพย์เพื่อการผลิตบ้านนาผา หมู่ที่ 3");
        organisation(boSuak, "กลุ่มทอผ้าบ้านเชียงราย");
        var of = compare(",กลุ่มออมทรัพย์เพื่อการผลิตบ้านนาพา หมู่ที่ 3," + boSuak + ",15 มี.ค. 2562,25,", ",กลุ่มทอผ้าบ้านเชียงลาย," + boSuak + ",15 มี.ค. 2562,25,");
        var likely = rows(of, "of=likely");
        assertThat(likely).hasSize(2);
        assertThatThrownBy(() -> choose(of, "of=likely", Choosing.What.SAME)).isInstanceOf(Refusal.Thrown.class);
        var filter = RowFilter.read(Map.of("of", "likely"));
        assertThat(choosing.choose(people.centreOfficer(), of, filter, Choosing.What.SAME, List.of(), List.of(likely.getFirst().number()))).isEqualTo(1);
        assertThat(choosing.choose(people.centreOfficer(), of, filter, Choosing.What.ANOTHER, List.of(), List.of(likely.getLast().number()))).isEqualTo(1);
        assertThat(rows(of, "")).extracting(ComparedRow::of, ComparedRow::name).containsExactly(tuple("differs", "กลุ่มออมทรัพย์เพื่อการผลิตบ้านนาพา หมู่ที่ 3"), tuple("there", "กลุ่มทอผ้าบ้านเชียงลาย"), tuple("here", "กลุ่มทอผ้าบ้านเชียงราย"));
    }

    @Test
    @DisplayName("tells what is only here within what it covers, by the day on which it was drawn; noting it changes no record")
    void onlyHere() throws IOException {
        String near = organisation(boSuak, "กลุ่มทอผ้าบ้านป่าคา");
        String late = organisation(boSuak, "กลุ่มที่จดแจ้งทีหลัง");
        cast.change(() -> jdbc.sql("update organisation set registered_on = '2019-09-01' where code = ?").param(late).update());
        String far = organisation(thaMihram, "กลุ่มตีเหล็กบ้านลำ");
        var named = compare(",กลุ่มเลี้ยงปลาบ้านใหม่," + boSuak + ",1 ก.พ. 2562,12,");
        assertThat(rows(named, "of=here")).extracting(ComparedRow::code).containsExactly(near);
        var south = compare(people.centreOfficer(), "organisations", "unit:" + thaMihram, "ชื่อองค์กร,พื้นที่,วันที่จดแจ้ง", "กลุ่มเลี้ยงปลาบ้านใหม่," + boSuak + ",1 ก.พ. 2562");
        assertThat(rows(south, "of=here")).extracting(ComparedRow::code).containsExactly(far);
        choose(named, "of=here", Choosing.What.NOTE);
        assertThat(apply(named)).isEqualTo(new Applying.Applied(0, 0, 0, 0, 1));
        assertThat(organisation(near)).containsEntry("version", 1);
        assertThat(rows(named, "state=noted")).hasSize(1);
    }

    @Test
    @DisplayName("of the country shows, lets choose and applies in each region what lies there; a region's own compares only its places, and is no other region's")
    void scope() throws IOException {
        String north = organisation(boSuak, "กลุ่มทอผ้าบ้านป่าคา"), south = organisation(thaMihram, "กลุ่มตีเหล็กบ้านลำ");
        var of = compare(north + ",กลุ่มทอผ้าบ้านป่าคา," + boSuak + ",1 มี.ค. 2562,25,", south + ",กลุ่มตีเหล็กบ้านลำ," + thaMihram + ",1 มี.ค. 2562,25,");
        var adul = people.officerOfTheSouth();
        var all = RowFilter.read(Map.of());
        assertThat(table.page(adul, of, all, 10, 0)).extracting(ComparedRow::code).containsExactly(south);
        assertThat(table.tally(adul, of).of("differs")).isEqualTo(1);
        assertThatThrownBy(() -> table.at(adul, of, 1)).isInstanceOf(OutOfReach.class);
        assertThat(new RowScope("region", "S").during(() -> jdbc.sql("select there ->> 'name' from reconciliation_said where reconciliation_id = ?").param(of.id()).query(String.class).list())).containsExactly("กลุ่มตีเหล็กบ้านลำ");
        choose(of, "of=differs", Choosing.What.TAKE);
        assertThat(applying.apply(adul, of, Order.Progress.NONE).changed()).isEqualTo(1);
        assertThat(organisation(south)).containsEntry("version", 2);
        assertThat(organisation(north)).containsEntry("version", 1);
        var own = compare(adul, "organisations", "", "รหัสองค์กร,ชื่อองค์กร,พื้นที่,วันที่จดแจ้ง", north + ",กลุ่มทอผ้าบ้านป่าคา," + boSuak + ",1 ม.ค. 2562", south + ",กลุ่มตีเหล็ก," + thaMihram + ",1 มี.ค. 2562");
        assertThat(table.page(adul, own, all, 10, 0)).extracting(ComparedRow::of).containsExactly("faulty", "differs");
        assertThatThrownBy(() -> reconciliations.at(people.officerOfTheNortheast(), own.id())).isInstanceOf(OutOfReach.class);
        assertThatThrownBy(() -> reconciliations.at(people.executive(), of.id())).isInstanceOf(OutOfReach.class);
    }

    @Test
    @DisplayName("leaves what was known before as it was known, so that published figures do not move")
    void past() throws Exception {
        String one = organisation(boSuak, "กลุ่มทอผ้าบ้านป่าคา");
        var before = jdbc.sql("select clock_timestamp()").query((r, n) -> r.getTimestamp(1).toInstant()).single();
        Thread.onSpinWait();
        var of = compare(one + ",กลุ่มทอผ้าบ้านป่าคา," + boSuak + ",1 มี.ค. 2562,30,", "," + "กลุ่มเลี้ยงปลาบ้านใหม่," + boSuak + ",1 ก.พ. 2562,12,");
        choose(of, "of=differs", Choosing.What.TAKE);
        choose(of, "of=there", Choosing.What.CREATE);
        apply(of);
        assertThat(known(before)).containsExactly("กลุ่มทอผ้าบ้านป่าคา 2019-03-15 25");
        assertThat(known(null)).containsExactly("กลุ่มทอผ้าบ้านป่าคา 2019-03-01 30", "กลุ่มเลี้ยงปลาบ้านใหม่ 2019-02-01 12");
    }

    private List<String> known(Instant at) {
        return moments.read(at, () -> jdbc.sql("select name || ' ' || registered_on || ' ' || members from organisation where unit_code = ? order by name").param(boSuak).query(String.class).list());
    }

    @Test
    @DisplayName("of councils is matched by the unit, which has only one; a second council of a unit is refused")
    void councils() throws IOException {
        int number = jdbc.sql("select coalesce(max(code::int), 60000) + 5 from council where code ~ '^[0-9]{5,6}$'").query(Integer.class).single();
        cast.change(() -> jdbc.sql("insert into council (code, unit_code, name, registered_on) values (?, ?, 'สภาองค์กรชุมชนตำบลบ่อสวก', '2009-01-15')").params(Integer.toString(number), boSuak).update());
        var of = compare(people.centreOfficer(), "councils", "", "รหัส,ชื่อสภา,พื้นที่,วันที่จดแจ้ง", ",สภาฯ บ่อสวกเหนือ," + boSuak + ",20 ม.ค. 2552");
        var likely = rows(of, "of=likely");
        assertThat(likely).extracting(ComparedRow::code, ComparedRow::differing).containsExactly(tuple(Integer.toString(number), List.of("name", "registered_on")));
        choosing.choose(people.centreOfficer(), of, RowFilter.read(Map.of()), Choosing.What.ANOTHER, List.of(), List.of(likely.getFirst().number()));
        choose(of, "of=there", Choosing.What.CREATE);
        assertThat(apply(of)).isEqualTo(new Applying.Applied(0, 0, 1, 0, 0));
        assertThat(rows(of, "state=refused").getFirst().faults()).extracting(ComparedRow.Fault::key).containsExactly("council.refusal.unit-taken");
    }

    @Test
    @DisplayName("of members is matched by the council, the name and the day; their days can be compared but not taken, and who reads names is logged")
    void members() throws IOException {
        int number = jdbc.sql("select coalesce(max(code::int), 60000) + 5 from council where code ~ '^[0-9]{5,6}$'").query(Integer.class).single();
        cast.change(() -> {
            jdbc.sql("insert into council (code, unit_code, name, registered_on) values (?, ?, 'สภาองค์กรชุมชนตำบลบ่อสวก', '2009-01-15')").params(Integer.toString(number), boSuak).update();
            long person = jdbc.sql("insert into person (unit_code, full_name) values (?, 'นางคำปุ่น สีหาราช') returning id").param(boSuak).query(Long.class).single();
            jdbc.sql("insert into council_member (council_id, person_id, class, village, selected_on) select id, ?, 'community', '', '2015-05-12' from council where code = ?").params(person, Integer.toString(number)).update();
        });
        var of = compare(people.centreOfficer(), "members", "", "รหัสสภา,ชื่อ-นามสกุล,ประเภท,หมู่บ้าน,เพศ,วันที่คัดเลือก", number + ",นางคำปุ่น  สีหาราช,ผู้แทนชุมชน,บ้านซาว หมู่ที่ 1,หญิง,12 พ.ค. 2558",
                number + ",นายบุญมี ใจดี,ผู้แทนชุมชน,บ้านซาว,ชาย,12 พ.ค. 2558");
        assertThat(rows(of, "")).extracting(ComparedRow::of, ComparedRow::differing).containsExactly(tuple("differs", List.of("village", "gender")), tuple("there", List.of()));
        sheet.one(people.centreOfficer(), of, RowFilter.read(Map.of()), 1, bundles.in(Locale.of("th")), khabuan.base.page.Faults.NONE);
        assertThat(jdbc.sql("select count(*) from log.entry where act = 'reconciliation.read' and subject_id = ?").param(of.id()).query(Integer.class).single()).isEqualTo(1);
        choose(of, "of=differs", Choosing.What.TAKE);
        choose(of, "of=there", Choosing.What.CREATE);
        assertThat(apply(of)).isEqualTo(new Applying.Applied(1, 1, 0, 0, 0));
        assertThat(jdbc.sql("select p.full_name || ' ' || m.village || ' ' || m.gender from council_member m join person p on p.id = m.person_id where p.unit_code = ? order by m.id").param(boSuak).query(String.class).list())
                .containsExactly("นางคำปุ่น สีหาราช บ้านซาว หมู่ที่ 1 female", "นายบุญมี ใจดี บ้านซาว male");
    }

    @Test
    @DisplayName("is taken away as a workbook, each field here and there")
    void workbook() throws IOException {
        String one = organisation(boSuak, "กลุ่มทอผ้าบ้านป่าคา");
        var of = compare(one + ",กลุ่มทอผ้าบ้านป่าคา," + boSuak + ",1 มี.ค. 2562,25,");
        var out = new ByteArrayOutputStream();
        workbook.write(people.centreOfficer(), of, RowFilter.read(Map.of()), bundles.in(Locale.of("th")), out);
        try (var book = new org.dhatim.fastexcel.reader.ReadableWorkbook(new java.io.ByteArrayInputStream(out.toByteArray()))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(1).getCellText(4)).isEqualTo("กลุ่มทอผ้าบ้านป่าคา");
            assertThat(rows.get(1).stream().map(c -> c == null ? "" : c.getText()).toList()).contains("15 มีนาคม 2562", "1 มีนาคม 2562");
        }
    }
}
