package khabuan.base.money;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.page.Faults;
import khabuan.base.page.Pager;
import khabuan.base.text.Words;

/** What the pages of payments show. */
public final class PaymentPages {

    private PaymentPages() {}

    /** A payment in a list. @param bank "" when nobody said to which account @param number masked, unless it was asked for */
    public record Line(Payment payment, String title, String path, String payee, String bank, String number, boolean replaced) {}

    /** Payments that wait, to be gathered. @param key of the form @param mayPay whether this person gathers */
    public record WaitingPage(List<Line> lines, Baht sum, Pager pager, String key, boolean mayPay, Faults faults) {}

    public record FailedPage(List<Line> lines, Pager pager) {}

    public record BatchesPage(List<PaymentBatches.Batch> batches, Pager pager) {}

    /** A batch. @param mayRelease whether this person may, being another than who made it @param shown whether the numbers stand in full @param panels what other rooms add */
    public record BatchPage(PaymentBatches.Batch batch, List<Line> lines, Pager pager, List<Answers.Heading> answers, boolean mayPay, boolean mayRelease, boolean shown, List<Content> panels, Faults faults) {}

    public record AnswersPage(List<Answers.Heading> answers, boolean mayPay, Faults faults) {}

    public record AnswerPage(Answer answer, List<Line> lines, boolean mayPay, Faults faults) {

        /** The line of what is said. */
        public Line line(Answer.Said said) {
            return lines.stream().filter(l -> l.payment().id() == said.payment().id()).findFirst().orElseThrow();
        }
    }

    /** From which accounts the institute pays. @param form as it was typed */
    public record AccountsPage(List<PayingAccount> accounts, PayingAccount form, boolean mayKeep, Faults faults) {}

    /** Why the bank refused, in words: those of its code where we know it, else its own. @param why "AC04 closed since May" */
    public static String why(Words words, String why) {
        String code = why.split(" ", 2)[0], rest = why.substring(code.length()).strip();
        if (!words.has("money.reason." + code)) return why;
        return code + " · " + words.t("money.reason." + code) + (rest.isEmpty() ? "" : " (" + rest + ")");
    }

    /** The name of a bank by its code. */
    public static String bank(Words words, String code) {
        return words.has("money.bank." + code) ? words.t("money.bank." + code) : code;
    }

    /** On which day it came to stand where it stands; null while it waits. */
    public static LocalDate since(Payment payment) {
        return switch (payment.state()) {
            case WAITING -> null;
            case ISSUED -> payment.issuedOn();
            case SETTLED -> payment.settledOn();
            case FAILED -> payment.failedOn();
            case WITHDRAWN -> payment.withdrawnOn();
        };
    }
}
