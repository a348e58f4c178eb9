package khabuan.base.intake;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.job.Job;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;

/** The page where files are sent. @param templates the kinds that have a template; @param telling whether there is a kind that asks more than the file; @param typed what was typed; @param past the person's own files, newest first */
public record IntakePage(List<Choice> kinds, List<Choice> templates, boolean telling, Typed typed, Faults faults, List<Past> past) {

    /** As it was typed. @param kind the one that was chosen */
    public record Typed(String kind, String recordedAt, String from, String credit) {

        /** What a form didn't ask for is "". */
        public Typed {
            kind = kind == null ? "" : kind;
            recordedAt = recordedAt == null ? "" : recordedAt;
            from = from == null ? "" : from;
            credit = credit == null ? "" : credit;
        }

        /** Nothing but the kind. */
        static Typed only(String kind) {
            return new Typed(kind, "", "", "");
        }
    }

    /** What is to be done with a file. @param recordedAt 2010-09-30, "" for now; @param from the day from which it holds, "" when not told;
     *  @param check whether it is only looked at */
    public record About(String kind, String sha256, String name, String recordedAt, String from, String credit, boolean check, boolean acceptValid) {

        /** What was sent before these were asked for doesn't tell them. */
        public About {
            from = from == null ? "" : from;
            credit = credit == null ? "" : credit;
        }

        Order.Told told() {
            return new Order.Told(from.isEmpty() ? null : LocalDate.parse(from), credit);
        }
    }

    /** What came of it. @param outcome with the first faults and notes only; @param faults how many there are; @param notes how many there are */
    public record Result(Outcome outcome, int faults, int notes) {}

    /** A file that was sent before. @param result null until it ended, and when it failed */
    public record Past(Job job, About about, Result result) {

        public String path() {
            return "/import/" + job.id();
        }
    }

    /** The page of one file: how far it is, what was found, what came of it. @param result null until it ended, and when it failed */
    public record One(Job job, About about, Result result, Headings headings) {

        public String path() {
            return "/import/" + job.id();
        }

        /** Whether it was looked at and may be taken in. */
        public boolean isWaiting() {
            return about.check() && result != null && result.outcome().added() + result.outcome().changed() > 0;
        }
    }
}
