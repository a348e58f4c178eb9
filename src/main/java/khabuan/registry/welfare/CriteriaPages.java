package khabuan.registry.welfare;

import static khabuan.registry.welfare.FundPages.filled;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.text.Words;

/** What the pages of the criteria of quality show. */
public final class CriteriaPages {

    private CriteriaPages() {}

    /** @param now those in force today; @param coming those that will hold */
    public record ListPage(List<Criterion> now, List<Criterion> coming, boolean maySet) {}

    /** The form of a new version, as it was filled in. */
    public record CriterionForm(String from, String wording, Set<String> evidence, Set<String> contents, String reckoned, Boolean carries, Set<String> allOf, String least, String because, String backBecause) {

        public CriterionForm {
            from = filled(from);
            wording = filled(wording);
            evidence = evidence == null ? Set.of() : Set.copyOf(evidence);
            contents = contents == null ? Set.of() : Set.copyOf(contents);
            reckoned = filled(reckoned);
            carries = carries != null && carries;
            allOf = allOf == null ? Set.of() : Set.copyOf(allOf);
            least = filled(least);
            because = filled(because);
            backBecause = filled(backBecause);
        }

        static CriterionForm of(Criterion c) {
            return new CriterionForm("", c.wording(), Set.copyOf(c.evidence()), Set.copyOf(c.contents()), c.reckoned() == null ? "" : c.reckoned().word(), true, Set.copyOf(c.allOf()), c.isComposite() ? String.valueOf(c.least()) : "", "", "");
        }

        /** What is said, as far as it can be read; what can't be is added to the faults. */
        Criteria.Wish read(Faults faults) {
            var day = faults.day("from", from, WelfareRefusal.DAY_MISSING.key());
            var most = faults.whole("least", least, WelfareRefusal.COUNT_UNREADABLE.key());
            var reckoning = Arrays.stream(Reckoning.values()).filter(r -> r.word().equals(reckoned)).findFirst().orElse(null);
            return day == null ? null : new Criteria.Wish(day, wording.strip(), Criterion.PAPERS.stream().filter(evidence::contains).toList(), Criterion.CONTENTS.stream().filter(contents::contains).toList(), reckoning, carries,
                    allOf.stream().sorted(QualityPages.BY_CODE).toList(), most, because);
        }
    }

    /** @param versions all, the newest first; @param parts of which it may be made; @param effects of the version that was tried; null for none
     *  @param coming whether the newest does not hold yet */
    public record CriterionPage(List<Criterion> versions, List<Criterion> parts, CriterionForm form, Faults faults, List<Criteria.Effect> effects, boolean maySet, boolean coming) {

        public Criterion newest() {
            return versions.getFirst();
        }

        public String path() {
            return "/funds/criteria/" + newest().code();
        }

        public List<String> papers() {
            return Criterion.PAPERS;
        }

        public List<String> contents() {
            return Criterion.CONTENTS;
        }

        public List<Choice> reckonings(Words words) {
            return Stream.concat(Stream.of(new Choice("", words.t("welfare.reckoning.none"))), Arrays.stream(Reckoning.values()).map(r -> new Choice(r.word(), words.t("welfare.reckoning." + r.word())))).toList();
        }
    }
}
