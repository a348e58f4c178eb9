package khabuan.registry.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import khabuan.base.access.Refusal;
import khabuan.base.calendar.FiscalYear;
import khabuan.cast.Cast;
import khabuan.registry.council.CouncilRules.Missing;
import khabuan.registry.council.CouncilRules.Rule;
import khabuan.registry.council.CouncilRules.Work;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A council")
class CouncilTest {

    private static final LocalDate TODAY = LocalDate.of(2019, 9, 2);
    private static final FiscalYear Y2562 = new FiscalYear(2562);
    private static final Set<String> DOCUMENTS = Set.of("js02", "js03");
    private static final Rule CONCRETE = new Rule("concrete", new FiscalYear(2551), 4, Set.of(10, 11, 12), 3, Set.of(), Set.of(), Set.of());
    private static final Rule CAPACITY = new Rule("capacity", Y2562, 0, Set.of(), 0, Set.of(4, 5), Set.of(9), Set.of("problem-report", "letter-copy", "follow-up"));

    private final Council banNa = new Council(1, "30307", "550101", "สภาองค์กรชุมชนตำบลบ้านนา", LocalDate.of(2010, 3, 15), null, false, null, 1);

    @Test
    @DisplayName("begins a new term of four years on the day its members are selected anew")
    void reviewsItsTerm() {
        var first = new Council.Term(7, 1, LocalDate.of(2010, 3, 15), LocalDate.of(2014, 3, 15), null, Set.of());
        var second = banNa.review(first, LocalDate.of(2014, 4, 20), TODAY);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.dueOn()).isEqualTo(LocalDate.of(2018, 4, 20));
        assertThat(second.isDue(LocalDate.of(2018, 4, 19))).isFalse();
        assertThat(second.isDue(LocalDate.of(2018, 4, 20))).isTrue();
    }

    @Test
    @DisplayName("refuses a review that lies before its open term, or in the future")
    void refusesAnImpossibleReview() {
        var open = new Council.Term(7, 2, LocalDate.of(2014, 4, 20), LocalDate.of(2018, 4, 20), null, Set.of());
        assertThat(refusal(() -> banNa.review(open, LocalDate.of(2014, 4, 20), TODAY))).isEqualTo(CouncilRefusal.REVIEW_BEFORE_TERM);
        assertThat(refusal(() -> banNa.review(open, LocalDate.of(2019, 9, 3), TODAY))).isEqualTo(CouncilRefusal.DAY_IN_FUTURE);
    }

    @Test
    @DisplayName("does not meet twice on a day, nor before it was registered")
    void refusesAnImpossibleMeeting() {
        var day = LocalDate.of(2019, 5, 10);
        var meeting = new Council.Meeting(0, day, "ติดตามแผนพัฒนาตำบล", 31);
        assertThat(banNa.meet(meeting, Set.of(), TODAY)).isEqualTo(meeting);
        assertThat(refusal(() -> banNa.meet(meeting, Set.of(day), TODAY))).isEqualTo(CouncilRefusal.MET_ALREADY);
        assertThat(refusal(() -> banNa.meet(new Council.Meeting(0, LocalDate.of(2010, 3, 14), "", null), Set.of(), TODAY))).isEqualTo(CouncilRefusal.DAY_BEFORE_REGISTRATION);
    }

    @Test
    @DisplayName("counts a mission in the fiscal year in which it was done, and in no other")
    void refusesAMissionOfAnotherYear() {
        assertThat(refusal(() -> banNa.fulfil(new Council.Mission(0, Y2562, 4, LocalDate.of(2018, 9, 30), ""), "day-4", TODAY))).isEqualTo(CouncilRefusal.DAY_OUTSIDE_YEAR);
        assertThat(refusal(() -> banNa.fulfil(new Council.Mission(0, Y2562, 13, TODAY, ""), "day-13", TODAY))).isEqualTo(CouncilRefusal.MISSION_UNKNOWN);
        assertThat(banNa.fulfil(new Council.Mission(0, Y2562, 4, LocalDate.of(2018, 10, 1), ""), "day-4", TODAY).number()).isEqualTo(4);
    }

    @Test
    @DisplayName("is certified by the regional officer, once for a year, and never without จส.02 and จส.03")
    void isCertified() {
        assertThat(banNa.certify(Y2562, DOCUMENTS, Set.of(), Cast.officerOfTheNorth(), TODAY)).isEqualTo(Y2562);
        assertThat(refusal(() -> banNa.certify(Y2562, DOCUMENTS, Set.of(), Cast.recorderOfNan(), TODAY))).isEqualTo(CouncilRefusal.CERTIFY_WITHOUT_RIGHT);
        assertThat(refusal(() -> banNa.certify(Y2562, Set.of("js02"), Set.of(), Cast.officerOfTheNorth(), TODAY))).isEqualTo(CouncilRefusal.CERTIFY_WITHOUT_EVIDENCE);
        assertThat(refusal(() -> banNa.certify(Y2562, DOCUMENTS, Set.of(Y2562), Cast.officerOfTheNorth(), TODAY))).isEqualTo(CouncilRefusal.CERTIFIED_ALREADY);
        assertThat(refusal(() -> banNa.certify(new FiscalYear(2563), DOCUMENTS, Set.of(), Cast.officerOfTheNorth(), TODAY))).isEqualTo(CouncilRefusal.CERTIFY_OUTSIDE_YEARS);
        assertThat(refusal(() -> banNa.certify(new FiscalYear(2552), DOCUMENTS, Set.of(), Cast.officerOfTheNorth(), TODAY))).isEqualTo(CouncilRefusal.CERTIFY_OUTSIDE_YEARS);
    }

    @Test
    @DisplayName("takes no more work once it was merged into another")
    void restsWhenMerged() {
        var merged = new Council(2, "30312", "550101", "สภาองค์กรชุมชนตำบลบ้านนา", LocalDate.of(2011, 1, 5), null, true, 1L, 2);
        assertThat(refusal(() -> merged.meet(new Council.Meeting(0, LocalDate.of(2019, 5, 10), "", null), Set.of(), TODAY))).isEqualTo(CouncilRefusal.NOT_IN_FORCE);
    }

    @Test
    @DisplayName("works concretely with four meetings, missions 10 to 12 and three others")
    void isConcrete() {
        assertThat(CONCRETE.judge(new Work(4, Set.of(1, 4, 9, 10, 11, 12), Set.of())).isMet()).isTrue();
        assertThat(CONCRETE.judge(new Work(3, Set.of(4, 9, 10, 12), Set.of())).missing())
                .containsExactly(new Missing.Meetings(3, 4), new Missing.Mission(11), new Missing.Others(2, 3));
    }

    @Test
    @DisplayName("has capacity with mission 4 or 5, mission 9 and the three files: no evidence, no pass")
    void hasCapacity() {
        assertThat(CAPACITY.judge(new Work(0, Set.of(5, 9), Set.of("problem-report", "letter-copy", "follow-up"))).isMet()).isTrue();
        assertThat(CAPACITY.judge(new Work(0, Set.of(4, 5, 9), Set.of("problem-report", "letter-copy"))).missing()).containsExactly(new Missing.File("follow-up"));
        assertThat(CAPACITY.judge(new Work(9, Set.of(1), Set.of("problem-report", "letter-copy", "follow-up"))).missing())
                .containsExactly(new Missing.Mission(9), new Missing.OneOf(Set.of(4, 5)));
    }

    private static Refusal refusal(ThrowingCallable work) {
        var thrown = new Refusal[1];
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.Thrown.class, e -> thrown[0] = e.refusal());
        return thrown[0];
    }
}
