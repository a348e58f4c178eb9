package khabuan.base.certificate;

import java.util.List;
import java.util.Map;
import khabuan.base.access.Refusal;
import khabuan.base.job.Job;
import khabuan.base.page.Faults;
import khabuan.base.text.Words;

/** What the pages of the room show. */
public final class CertificatePages {

    private CertificatePages() {}

    /** The page of one letter. @param verification the address of the public page of its newest copy; "" while there is none. @param reason, revoked what was typed as the reasons of a reprint and of a revocation */
    public record LetterPage(Letter letter, CertificateKind kind, boolean mayPrint, String verification, Faults faults, String reason, String revoked) {}

    /** @param job null when none is known */
    public record BatchPage(Batches.Batch batch, Job job, boolean isGoingOn) {}

    /** What a batch of letters would be, before it is ordered. @param named the first of those that lack something */
    public record BatchPreviewPage(Ordering.Wish wish, Ordering.Preview preview, List<Lack.Lacking> named, Consent consent, Faults faults) {

        public long complete() {
            return preview.complete().size();
        }

        public long lacking() {
            return preview.lacking().size();
        }

        /** How many lack what, by the key of the message that tells what to do. */
        public Map<String, Long> counts() {
            return preview.counts();
        }

        public String mark() {
            return preview.mark();
        }
    }

    /** A letter that could not be issued as it was asked for. @param missing what its record lacks */
    public record IssuePage(CertificateKind kind, long recordId, List<Lack.Missing> missing, String key, String reason, Faults faults) {}

    /** The public page. @param facts the words of the facts that stand in the letter, in order. @param thai, english the words of both languages, which it shows side by side */
    public record VerificationPage(Verification.Verdict verdict, CertificateKind kind, List<String> facts, Words thai, Words english) {

        public List<Words> languages() {
            return List.of(thai, english);
        }
    }

    /** What administrators keep. @param templates the newest by kind @param emblem the SHA-256 of the chosen emblem; "" for the product's own */
    public record SettingsPage(Map<String, LetterTemplates.Template> templates, List<Offices.Office> offices, List<Offices.Signatory> signatories, SignatoryForm form, Faults faults, List<KeyRenewal.Line> keys, String emblem) {

        public String office(String regionCode) {
            return offices.stream().filter(o -> o.regionCode().equals(regionCode)).map(Offices.Office::name).findFirst().orElse(regionCode);
        }
    }

    /** @param opened the edition that the form was opened with */
    public record TemplatePage(CertificateKind kind, List<LetterTemplates.Template> editions, List<String> places, String title, String body, String reason, int opened, Faults faults) {}

    /** @param code as it was typed or pasted */
    public record AskingPage(String code, Faults faults) {}

    /** The form for a signatory, as it was typed. */
    public record SignatoryForm(String region, String fullName, String title, String actingFor, String from, String until) {

        public SignatoryForm {
            region = text(region);
            fullName = text(fullName);
            title = text(title);
            actingFor = text(actingFor);
            from = text(from);
            until = text(until);
        }

        private static String text(String typed) {
            return typed == null ? "" : typed.strip();
        }

        /** @return null when something is missing or can't be read, which is then a fault */
        Offices.Signatory read(Faults faults) {
            var begins = faults.day("from", from, CertificateRefusal.DAY_MISSING.key());
            var ends = faults.day("until", until, "");
            var said = new Offices.Signatory(0, region, fullName, title, actingFor, begins, ends);
            try {
                said.demand();
            } catch (Refusal.Thrown refused) {
                faults.add(refused);
            }
            return faults.isEmpty() ? said : null;
        }
    }
}
