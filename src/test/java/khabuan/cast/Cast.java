package khabuan.cast;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import khabuan.base.access.Actor;
import khabuan.base.access.Role;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The recurring people and places of the tests. */
public class Cast {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Author MAKER = Author.programme("the cast of the tests");
    private final JdbcClient jdbc;
    private final Changes changes;

    Cast(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** สมชาย, regional officer of the North: certifies. */
    public static Actor officerOfTheNorth() {
        return new Actor(9001L, "somchai", "สมชาย ใจมั่น", Role.REGIONAL_OFFICER, "region", "N", Set.of(), "127.0.0.1");
    }

    /** มาลี, recorder in the province of Nan. */
    public static Actor recorderOfNan() {
        return new Actor(9002L, "malee", "มาลี แซ่ลี้", Role.RECORDER, "province", "55", Set.of(), "127.0.0.1");
    }

    /** ประเสริฐ, recorder in the province of Phatthalung, far in the South. */
    public static Actor recorderOfPhatthalung() {
        return new Actor(9003L, "prasert", "ประเสริฐ ทองหนู", Role.RECORDER, "province", "93", Set.of(), "127.0.0.1");
    }

    /** วราภรณ์ at the centre. */
    public static Actor centre() {
        return new Actor(9004L, "waraporn", "วราภรณ์ ศรีสุข", Role.CENTRE_OFFICER, "country", "", Set.of(), "127.0.0.1");
    }

    /** An executive, who reads. */
    public static Actor executive() {
        return new Actor(9005L, "wichai", "วิชัย รุ่งเรือง", Role.EXECUTIVE, "country", "", Set.of(), "127.0.0.1");
    }

    /** A new local unit of Mueang Nan, in the North. @return its code */
    public String unitInNan(String type, String name) {
        return unit("N", "ภาคเหนือ", "55", "น่าน", "5501", "เมืองน่าน", type, name);
    }

    /** A new local unit of Mueang Phatthalung, in the South. @return its code */
    public String unitInPhatthalung(String type, String name) {
        return unit("S", "ภาคใต้", "93", "พัทลุง", "9301", "เมืองพัทลุง", type, name);
    }

    private String unit(String region, String regionName, String province, String provinceName, String district, String districtName, String type, String name) {
        String code = district + "X" + NUMBER.incrementAndGet();
        changes.make(MAKER, "test.unit", "", () -> {
            jdbc.sql("insert into region (code, name_th, name_en, short_th, print_order) values (?, ?, '', ?, 1) on conflict do nothing").params(region, regionName, regionName).update();
            jdbc.sql("insert into province (code, name_th) values (?, ?) on conflict do nothing").params(province, provinceName).update();
            jdbc.sql("insert into province_region (province_code, region_code, from_date) select ?, ?, '1900-01-01' where not exists (select from province_region where province_code = ?)")
                    .params(province, region, province).update();
            jdbc.sql("insert into district (code, province_code, name_th) values (?, ?, ?) on conflict do nothing").params(district, province, districtName).update();
            jdbc.sql("insert into unit (code, district_code) values (?, ?)").params(code, district).update();
            jdbc.sql("insert into unit_form (unit_code, type, name_th) values (?, ?, ?)").params(code, type, name).update();
        });
        return code;
    }

    /** A surname that nobody else in the house bears, so that nobody is taken for another. */
    public static String surname() {
        var surname = new StringBuilder("ณ");
        for (long rest = System.nanoTime(); rest > 0; rest /= 40) surname.append((char) ('ก' + rest % 40));
        return surname.toString();
    }

    /** Does work of the test as one change. */
    public void change(Runnable work) {
        changes.make(MAKER, "test.change", "", work);
    }
}
