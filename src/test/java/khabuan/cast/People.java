package khabuan.cast;

import java.util.Set;
import khabuan.base.access.Account;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.access.Role;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people that the tests tell of, and the places where they work. Each person is added to the house when first called for. */
@TestComponent
public class People {

    public static final String BAN_NA = "400101";
    public static final String NON_THONG = "400102";
    public static final String THA_SALA = "801601";

    private final Accounts accounts;
    private final Changes changes;
    private final JdbcClient jdbc;

    People(Accounts accounts, Changes changes, JdbcClient jdbc) {
        this.accounts = accounts;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    /** วิภา keeps the accounts. */
    public Actor administrator() {
        return person("wipha", "วิภา ศรีสุวรรณ", Role.ADMINISTRATOR, "country", "");
    }

    /** ประเสริฐ works at the centre. */
    public Actor centreOfficer() {
        return person("prasert", "ประเสริฐ แก้วมณี", Role.CENTRE_OFFICER, "country", "");
    }

    /** สุภาพร certifies for the Northeast. */
    public Actor officerOfTheNortheast() {
        return person("supaporn", "สุภาพร พลเยี่ยม", Role.REGIONAL_OFFICER, "region", "NE");
    }

    /** อดุลย์ certifies for the South. */
    public Actor officerOfTheSouth() {
        return person("adul", "อดุลย์ หมัดหมัน", Role.REGIONAL_OFFICER, "region", "S");
    }

    /** บุญมี records in ขอนแก่น. */
    public Actor recorderOfKhonKaen() {
        return person("bunmi", "บุญมี ดวงจันทร์", Role.RECORDER, "province", "40");
    }

    /** จินตนา approves payments. */
    public Actor financeOfficer() {
        return person("jintana", "จินตนา พรหมสุข", Role.FINANCE_OFFICER, "country", "");
    }

    /** มานพ reads for the board. */
    public Actor executive() {
        return person("manop", "มานพ ธรรมรักษ์", Role.EXECUTIVE, "country", "");
    }

    /** นฤมล audits. */
    public Actor auditor() {
        return person("narumon", "นฤมล ตั้งตรง", Role.AUDITOR, "country", "");
    }

    /** คำปุ่น keeps the council of her own tambon, บ้านนา. */
    public Actor communityOfBanNa() {
        places();
        return person("khampun", "คำปุ่น สีหาราช", Role.COMMUNITY, "unit", BAN_NA);
    }

    /** A person of a role, with a scope. */
    public Actor person(String name, String fullName, Role role, String level, String code) {
        if (accounts.find(name).isEmpty()) accounts.add(Author.programme("tests"), new Account.Details(name, fullName, role, level, code, Set.of()));
        var account = accounts.find(name).orElseThrow();
        return new Actor(account.id(), name, fullName, role, level, code, account.rooms(), "10.0.0.7");
    }

    /** Lets a person be one who has chosen an own password already. */
    public void ownPassword(Actor person) {
        changes.make(Author.programme("tests"), "account.password", "", () -> jdbc.sql("update account set password_must_change = false where id = ?").param(person.accountId()).update());
    }

    /** Two units of ขอนแก่น and one of นครศรีธรรมราช, with the places above them; places that are there stay as they are. */
    public void places() {
        changes.make(Author.programme("tests"), "place.import", "", () -> {
            above("NE", "ภาคตะวันออกเฉียงเหนือ", "อีสาน", "40", "ขอนแก่น", "4001", "เมืองขอนแก่น");
            above("S", "ภาคใต้", "ใต้", "80", "นครศรีธรรมราช", "8016", "ท่าศาลา");
            unit(BAN_NA, "4001", "อบต.", "บ้านนา");
            unit(NON_THONG, "4001", "ทต.", "โนนทอง");
            unit(THA_SALA, "8016", "อบต.", "ท่าศาลา");
        });
    }

    private void above(String region, String regionName, String shortName, String province, String provinceName, String district, String districtName) {
        jdbc.sql("insert into region (code, name_th, name_en, short_th, print_order) values (?, ?, ?, ?, 1) on conflict do nothing").params(region, regionName, region, shortName).update();
        jdbc.sql("insert into province (code, name_th) values (?, ?) on conflict do nothing").params(province, provinceName).update();
        jdbc.sql("insert into province_region (province_code, region_code, from_date) select :p, :r, '2000-10-27' where not exists (select from province_region where province_code = :p)")
                .param("p", province).param("r", region).update();
        jdbc.sql("insert into district (code, province_code, name_th) values (?, ?, ?) on conflict do nothing").params(district, province, districtName).update();
    }

    private void unit(String code, String district, String type, String name) {
        jdbc.sql("insert into unit (code, district_code) values (?, ?) on conflict do nothing").params(code, district).update();
        jdbc.sql("insert into unit_form (unit_code, type, name_th) select :c, :t, :n where not exists (select from unit_form where unit_code = :c)")
                .param("c", code).param("t", type).param("n", name).update();
    }
}
