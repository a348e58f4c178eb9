package khabuan.base.person;

import khabuan.base.access.Refusal;

/** What is refused about persons. */
public enum PersonRefusal implements Refusal {
    NAME_MISSING, NATIONAL_ID_WRONG, NATIONAL_ID_ELSEWHERE, PHONE_WRONG, REASON_MISSING;

    @Override
    public String key() {
        return "person.refusal." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
