package khabuan.base.access;

import static khabuan.base.access.Right.*;

import java.util.EnumSet;
import java.util.Set;

/** What a person is in the movement, and the rights that come with it. */
public enum Role {
    ADMINISTRATOR(READ_OPEN, READ, READ_PERSONS, RECORD, IMPORT, REPORT, CENTRE, READ_BOOKS, AUDIT, ADMINISTER),
    CENTRE_OFFICER(READ_OPEN, READ, READ_PERSONS, RECORD, IMPORT, REPORT, CENTRE, READ_BOOKS),
    REGIONAL_OFFICER(READ_OPEN, READ, READ_PERSONS, RECORD, CERTIFY, IMPORT),
    RECORDER(READ_OPEN, READ, READ_PERSONS, RECORD),
    FINANCE_OFFICER(READ_OPEN, READ, READ_BOOKS, PAY),
    EXECUTIVE(READ_OPEN, READ, READ_BOOKS),
    AUDITOR(READ_OPEN, READ, READ_PERSONS, READ_BOOKS, AUDIT),
    COMMUNITY(READ_OPEN, READ, RECORD),
    FUND_COMMITTEE(READ_OPEN, READ, KEEP_FUND),
    PUBLIC(READ_OPEN);

    private final Set<Right> rights;

    Role(Right first, Right... more) {
        rights = EnumSet.of(first, more);
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }
}
