package khabuan.base.person;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Right;
import khabuan.base.duplicate.DuplicateKind;
import khabuan.base.duplicate.DuplicateKind.Manner;
import khabuan.base.duplicate.DuplicateKind.Told;
import khabuan.base.duplicate.Trait;
import khabuan.base.record.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How two persons are compared and merged: by masked names, seen by those who may read persons, both within their scope. Rooms add what they know of persons. */
@Configuration
class PersonDuplicates {

    @Bean
    static DuplicateKind duplicatePersons(PersonKey key) {
        var told = new Told(new RecordKind("person", "person", "'…'", "/persons/{id}"), "r.full_name", "r.id::text", "null::date", "true", "full_name", Person::masked,
                name -> HexFormat.of().formatHex(key.find(name)), Right.READ_PERSONS, false);
        return new DuplicateKind("person", "", Manner.PERSONS, "''", "null::int", List.of("full_name", "unit_code"), Map.of("national_id_cipher", "coalesce(s.national_id_cipher, l.national_id_cipher)",
                "national_id_hash", "coalesce(s.national_id_hash, l.national_id_hash)", "phone_cipher", "coalesce(s.phone_cipher, l.phone_cipher)", "phone_hash", "coalesce(s.phone_hash, l.phone_hash)"), told);
    }

    /** The same number is the same person; the database lets no two who stand have one, save that it came in past it. */
    @Bean
    static Trait nationalIdOfPerson() {
        return new Trait("person", "national-id", "select id, encode(national_id_hash, 'hex') as value, null::date as from_date, null::date as until_date from person where national_id_hash is not null", 1, 1, -0.6);
    }

    /** A telephone is changed, and shared by a family. */
    @Bean
    static Trait phoneOfPerson() {
        return new Trait("person", "phone", "select id, encode(phone_hash, 'hex') as value, null::date as from_date, null::date as until_date from person where phone_hash is not null", 0.2, 0.2, -0.03);
    }
}
