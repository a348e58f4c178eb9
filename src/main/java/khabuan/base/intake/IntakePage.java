package khabuan.base.intake;

import java.util.List;
import khabuan.base.job.Job;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;

/** The page where files are sent. @param chosen the kind; @param recordedAt as it was typed; @param past the person's own files, newest first */
public record IntakePage(List<Choice> kinds, String chosen, String recordedAt, Faults faults, List<Past> past) {

    /** What is to be done with a file. @param recordedAt 2010-09-30, "" for now; @param check whether it is only looked at */
    public record About(String kind, String sha256, String name, String recordedAt, boolean check, boolean acceptValid) {}

    /** What came of it. @param outcome with the first faults only; @param faults how many there are */
    public record Result(Outcome outcome, int faults) {}

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
