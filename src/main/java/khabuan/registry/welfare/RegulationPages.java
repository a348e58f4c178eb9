package khabuan.registry.welfare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.registry.welfare.Claims.Rule;
import khabuan.registry.welfare.Regulations.Undated;
import khabuan.registry.welfare.Regulations.Version;

/** What the pages of a fund's regulations show. */
public final class RegulationPages {

    private RegulationPages() {}

    /** The versions, each with the rules of welfare that begin within it. @param undated files that were attached without a day; for who may record */
    public record RegulationsPage(Fund fund, List<Version> versions, List<Rule> rules, List<Undated> undated, LocalDate today, boolean mayRecord, RegulationForm form, Faults faults) {

        public List<Rule> rules(Version version) {
            return rules.stream().filter(r -> version.holdsOn(r.fromDate())).toList();
        }

        /** Rules that begin on a day of which no version is recorded. */
        public List<Rule> unfounded() {
            return rules.stream().filter(r -> versions.stream().noneMatch(v -> v.holdsOn(r.fromDate()))).toList();
        }

        public List<Choice> choices(Frame frame) {
            var choices = new ArrayList<Choice>();
            choices.add(new Choice("", frame.t("welfare.regulation-new-file")));
            undated.forEach(u -> choices.add(new Choice(Long.toString(u.fileId()), u.name() + " · " + frame.words().day(u.attachedOn()))));
            return choices;
        }

        public List<Choice> recorded(Frame frame) {
            return versions.stream().map(v -> new Choice(v.from().toString(), frame.words().longDay(v.from()))).toList();
        }

        /** "running", "coming" or "followed". */
        public String state(Version version) {
            return version.holdsOn(today) ? "running" : version.from().isAfter(today) ? "coming" : "followed";
        }
    }

    /** @param attached the number of a file that was attached before; "" for a new one */
    public record RegulationForm(String fromDate, String adoptedAt, String attached) {

        public RegulationForm {
            fromDate = FundPages.filled(fromDate);
            adoptedAt = FundPages.filled(adoptedAt);
            attached = FundPages.filled(attached);
        }

        Long chosen() {
            return attached.matches("\\d{1,18}") ? Long.valueOf(attached) : null;
        }
    }
}
