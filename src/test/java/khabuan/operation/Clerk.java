package khabuan.operation;

import java.util.Set;
import khabuan.Khabuan;
import khabuan.base.access.Actor;
import khabuan.base.access.Role;
import khabuan.base.certificate.Batches;
import khabuan.base.certificate.Consent;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders three hundred letters and says how many are printed. Started by {@link EnduranceTest} to be killed. */
public final class Clerk {

    static final int LETTERS = 300;

    private Clerk() {}

    public static void main(String[] arguments) {
        try (var house = new SpringApplicationBuilder(Khabuan.class).web(WebApplicationType.NONE).lazyInitialization(true).run()) {
            var jdbc = house.getBean(JdbcClient.class);
            house.getBean(Changes.class).make(Author.programme("endurance"), "test.organisations", "", () -> {
                jdbc.sql("insert into unit (code, district_code) values ('5501CLERK', '5501')").update();
                jdbc.sql("insert into unit_form (unit_code, type, name_th) values ('5501CLERK', 'อบต.', 'บ่อสวก')").update();
                jdbc.sql("insert into organisation (code, unit_code, name, registered_on) select 'CLERK-' || n, '5501CLERK', 'กลุ่มออมทรัพย์ ' || n, '2012-02-01' from generate_series(1, ?) n").param(LETTERS).update();
                jdbc.sql("insert into certificate_signatory (region_code, full_name, title, from_date) values ('N', 'นางคำแก้ว สมมุติ', 'ผู้อำนวยการสำนักงานภาคเหนือ', '2008-01-01')").update();
            });
            var officer = new Actor(null, "clerk", "", Role.REGIONAL_OFFICER, "region", "N", Set.of(), "endurance");
            var wanted = jdbc.sql("select id from organisation where unit_code = '5501CLERK' order by id").query(Long.class).list();
            house.getBean(Batches.class).begin(officer, "organisation", "endurance", () -> wanted, new Consent("", "", true, "ทดสอบความทนทาน"));
            for (long told = -1; ; ) {
                long printed = jdbc.sql("select count(*) from letter_copy").query(Long.class).single();
                if (printed != told) System.out.println("printed " + (told = printed) + (printed >= 60 ? " enough" : ""));
                Thread.onSpinWait();
            }
        }
    }
}
