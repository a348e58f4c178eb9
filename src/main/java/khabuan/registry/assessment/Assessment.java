package khabuan.registry.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.access.Role;

/** What an assessor says of a subject, of a fiscal year. Its verbs judge by what it knows of itself and refuse with an {@link AssessmentRefusal}.
 *  @param subjectId the council's or organisation's number; null for a unit or a survey
 *  @param title what is assessed, by name
 *  @param unitCode where the subject lies; "" for a survey
 *  @param respondents how many answered a survey; else null
 *  @param submittedBy the account; null when nobody did, or a programme
 *  @param returnedBecause why it came back to its assessor; "" when it did not
 *  @param withdrawnBecause why it no longer stands; "" while it does
 *  @param score null until it is first submitted, and where an old system kept the level alone; @param level the code of its level
 *  @param isOld whether it was taken from an old system, without answers */
public record Assessment(long id, long edition, String instrumentName, Edition.Subject subject, Long subjectId, String title, String unitCode, int year, Assessor assessor, LocalDate assessedOn,
                         Integer respondents, String note, LocalDate submittedOn, Long submittedBy, String submitter, LocalDate verifiedOn, String verifier, String returnedBecause, String withdrawnBecause,
                         BigDecimal score, String level, boolean isOld, int version) {

    /** Who assesses: the subject itself, the regional office, the centre. The widest that is verified is the official one. */
    public enum Assessor {
        SELF, REGION, CENTRE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Assessor of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }

        /** Whether a person may speak for it: everybody who records for the subject itself, officers for their region, the centre for the centre. */
        boolean speaksThrough(Actor actor) {
            return switch (this) {
                case SELF -> actor.may(Right.RECORD);
                case REGION -> actor.may(Right.RECORD) && actor.role() != Role.COMMUNITY;
                case CENTRE -> actor.may(Right.CENTRE);
            };
        }
    }

    /** Begun, submitted, verified; returned when it was sent back, which is begun again; withdrawn when it was begun in error. */
    public enum Stage {
        DRAFT, RETURNED, SUBMITTED, VERIFIED, WITHDRAWN;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Whether its answers can still be changed. */
        public boolean isOpen() {
            return this == DRAFT || this == RETURNED;
        }
    }

    public Stage stage() {
        if (!withdrawnBecause.isEmpty()) return Stage.WITHDRAWN;
        if (verifiedOn != null) return Stage.VERIFIED;
        if (submittedOn != null) return Stage.SUBMITTED;
        return returnedBecause.isEmpty() ? Stage.DRAFT : Stage.RETURNED;
    }

    /** "72.50"; "–" while there is none, and where an old system kept the level alone. */
    public String scoreInWords() {
        return score == null ? "–" : score.toPlainString();
    }

    public String path() {
        return "/assessments/" + id;
    }

    /** The page of what is assessed; "" for a survey. */
    public String subjectPath() {
        return switch (subject) {
            case COUNCIL -> "/councils/" + subjectId;
            case ORGANISATION -> "/organisations/" + subjectId;
            case FUND -> "/funds/" + subjectId;
            case UNIT -> "/places/unit/" + unitCode;
            case SURVEY -> "";
        };
    }

    /** Whether a person may answer and submit it. */
    public boolean isAnsweredBy(Actor actor) {
        return stage().isOpen() && assessor.speaksThrough(actor);
    }

    /** Whether a person may verify or return it, as far as the right goes: a regional officer, or the centre. */
    public boolean isJudgedBy(Actor actor) {
        return assessor == Assessor.CENTRE ? actor.may(Right.CENTRE) : actor.may(Right.CERTIFY) || actor.may(Right.CENTRE);
    }

    void demandOpen(Actor actor) {
        if (stage() == Stage.WITHDRAWN) throw AssessmentRefusal.WITHDRAWN.with();
        if (!stage().isOpen()) throw AssessmentRefusal.SUBMITTED.with();
        if (!assessor.speaksThrough(actor)) throw AssessmentRefusal.ASSESSOR_NOT_YOURS.with();
    }

    void demandSubmittable(Actor actor, Scoring.Result result) {
        demandOpen(actor);
        if (!result.isComplete()) throw AssessmentRefusal.ITEMS_OPEN.with(result.open().size());
    }

    void demandWithdrawable(Actor actor, String reason) {
        if (!isOld || stage() == Stage.WITHDRAWN) demandOpen(actor);
        else if (!isJudgedBy(actor)) throw AssessmentRefusal.VERIFY_WITHOUT_RIGHT.with();
        if (reason.isBlank()) throw AssessmentRefusal.WITHDRAWAL_REASON_MISSING.at("withdrawal");
    }

    /** @param result what its answers give now; null of one without answers */
    void demandVerifiable(Actor actor, Scoring.Result result) {
        if (stage() == Stage.VERIFIED) throw AssessmentRefusal.VERIFIED_ALREADY.with();
        if (stage() != Stage.SUBMITTED) throw AssessmentRefusal.NOT_SUBMITTED.with();
        if (!isJudgedBy(actor)) throw AssessmentRefusal.VERIFY_WITHOUT_RIGHT.with();
        if (actor.accountId() == null || actor.accountId().equals(submittedBy) || isOld && actor.fullName().equals(submitter)) throw AssessmentRefusal.VERIFY_OWN.with();
        if (result != null && result.score().compareTo(score) != 0) throw AssessmentRefusal.SCORE_MOVED.with(result.score().toPlainString(), score.toPlainString());
    }

    void demandReturnable(Actor actor, String reason) {
        if (stage() != Stage.SUBMITTED && stage() != Stage.VERIFIED) throw AssessmentRefusal.NOT_SUBMITTED.with();
        if (isOld) throw AssessmentRefusal.OLD_RESULT.with();
        if (!isJudgedBy(actor)) throw AssessmentRefusal.VERIFY_WITHOUT_RIGHT.with();
        if (reason.isBlank()) throw AssessmentRefusal.REASON_MISSING.at("reason");
    }
}
