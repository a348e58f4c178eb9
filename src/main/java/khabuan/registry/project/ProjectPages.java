package khabuan.registry.project;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.money.Baht;
import khabuan.base.money.Ledger;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Pager;
import khabuan.base.place.Place;
import khabuan.base.place.UnitPicker;
import khabuan.base.record.Aims;
import khabuan.base.record.Timeline;
import khabuan.base.text.Words;

/** What the pages of projects show. */
public final class ProjectPages {

    private ProjectPages() {}

    /** A row of the list. @param amount of the plan in force, or else of the first; @param money what stands in the ledger; null where nobody asked */
    public record Line(long id, String code, String title, String unit, String province, String programmeTh, String programmeEn, Project.State state, Baht amount, Projects.Money money) {

        Line with(Projects.Money asked) {
            return new Line(id, code, title, unit, province, programmeTh, programmeEn, state, amount, asked);
        }

        public String programme(Words words) {
            return named(words, programmeTh, programmeEn);
        }

        public String path() {
            return "/projects/" + id;
        }
    }

    /** A name in the language of the reader, where there is one. */
    static String named(Words words, String thai, String english) {
        return words.language().getLanguage().equals("en") && !english.isEmpty() ? english : thai;
    }

    /** @param places @param programmes @param years that the person may choose from */
    public record ListPage(ProjectFilter filter, List<Line> lines, Pager pager, List<Place> places, List<Programme> programmes, List<Integer> years, boolean mayRecord) {

        public List<String> states() {
            return ProjectFilter.STATES;
        }
    }

    /** The newest projects of a place. @param total of which they are; @param path the list of all */
    public record OfPlace(List<Line> lines, long total, String path) {}

    /** The projects that a welfare fund carries out, newest first, each with what the ledger tells of it. */
    public record OfFund(List<Line> lines) {}

    /** What a project names, by their names; "" for none. @param carrier who carries it out, by name, and the address of its page; both "" for nobody @param aim the indicator that its result counts for; null for none */
    public record Facts(String programme, String office, int budgetYear, Choice carrier, String draftedBy, Aims.Aim aim) {}

    /** What is to be done next. @param sentence what; @param who does it; "" when nothing is to be done; @param path where; "" for on this page */
    public record Next(String sentence, String who, String path) {}

    /** A line of two plans side by side. @param proposed "" when none is proposed */
    public record Pair(String label, String inForce, String proposed) {

        public boolean differs() {
            return !inForce.equals(proposed);
        }
    }

    /** An instalment, and by whom each of its steps was taken. @param tag the class of its stage's tag */
    public record Part(Instalment instalment, String requestedBy, String checkedBy, String approvedBy, List<Instalment.Inspection> inspections, List<Instalment.Refused> refused, boolean late) {

        public String stage() {
            return instalment.stage().name().toLowerCase(java.util.Locale.ROOT);
        }

        public String tag() {
            return switch (instalment.stage()) {
                case PAID -> "good";
                case FAILED -> "bad";
                case PLANNED -> late ? "bad" : "";
                case CANCELLED -> "";
                default -> "info";
            };
        }
    }

    /** The bank account. @param number masked, or whole after a reading that was logged */
    public record Account(String name, String bank, String number, boolean whole) {}

    /** What the person may do here, by the words of the forms; and why not, in sentences. */
    public record Doing(List<String> may, List<String> whyNot) {

        public boolean is(String form) {
            return may.contains(form);
        }
    }

    /** A project. @param current the instalment whose turn it is; null for none
     *  @param missing the papers wanted before a payment that are not there
     *  @param account null for none */
    public record RecordPage(Project project, List<Place> path, Facts facts, Next next, Projects.Money money, List<Ledger.Movement> movements, Plan plan, Plan pending, List<Pair> pairs, List<Plan> editions, List<Part> parts, Part current,
                             List<String> missing, Account account, Doing doing, List<Projects.Step> steps, List<Timeline.Step> timeline, Faults faults, Typed typed, String key, List<Content> panels) {

        /** What moved on one of the accounts: "approved", "paid", "returned"; "unpaid" for what is approved and was not paid. */
        public List<Ledger.Movement> moved(String account) {
            var codes = switch (account) {
                case "paid" -> List.of("9400");
                case "returned" -> List.of("9500");
                default -> List.of("9300", "9310");
            };
            return movements.stream().filter(m -> codes.contains(m.code()) && (!account.equals("approved") || !m.act().startsWith("payment."))).toList();
        }

        public List<String> banks() {
            return ProjectAccount.BANKS;
        }

        public boolean opens(String form) {
            return typed.is(form);
        }
    }

    /** The form of a project. @param project null for a new one; @param change whether a change of the plan is proposed */
    public record FormPage(Project project, boolean change, DraftForm form, UnitPicker units, List<Choice> programmes, List<Choice> years, List<Choice> carriers, List<Choice> aims, Faults faults) {

        public String action() {
            return project == null ? "/projects" : project.path() + (change ? "/change" : "/correction");
        }
    }
}
