package khabuan.registry.welfare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import khabuan.base.money.Baht;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.print.QrCode;
import khabuan.registry.welfare.Figures.Source;
import khabuan.registry.welfare.FundMoney.Movement;
import khabuan.registry.welfare.FundMoney.What;

/** What the pages of a fund's other money show. */
public final class FundMoneyPages {

    private FundMoneyPages() {}

    /** What was received from others and moved, and the form for more. */
    public record ListPage(Fund fund, Baht cash, Baht bank, List<Movement> movements, MoneyForm form, Faults faults) {

        public static List<Choice> words(Frame frame) {
            var choices = new ArrayList<Choice>();
            choices.add(new Choice("", frame.t("welfare.money-choose")));
            Arrays.stream(Source.values()).filter(s -> s != Source.MEMBERS).forEach(s -> choices.add(new Choice(s.word(), word(frame, s.word()))));
            for (var what : List.of(What.BANKED, What.DRAWN)) choices.add(new Choice(what.word(), word(frame, what.word())));
            return choices;
        }
    }

    /** "[64] อปท.", "นำเงินสดเข้าธนาคาร". */
    public static String word(Frame frame, String word) {
        return frame.t(word.equals("banked") || word.equals("drawn") ? "welfare.money." + word : "field.welfare_statement.from_" + word);
    }

    public record MoneyForm(String key, String word, String place, String day, String amount, String party, String note) {

        public MoneyForm {
            key = FundPages.filled(key);
            word = FundPages.filled(word);
            place = FundPages.filled(place);
            day = FundPages.filled(day);
            amount = FundPages.filled(amount);
            party = FundPages.filled(party);
            note = FundPages.filled(note);
        }

        /** What is to be written, as far as it can be read; what can't be is added to the faults. */
        FundMoney.Wish read(Faults faults) {
            LocalDate on = faults.day("day", day, WelfareRefusal.DAY_MISSING.key());
            var what = word.equals("banked") ? What.BANKED : word.equals("drawn") ? What.DRAWN : What.RECEIVED;
            var source = Arrays.stream(Source.values()).filter(s -> s != Source.MEMBERS && s.word().equals(word)).findFirst().orElse(null);
            if (what == What.RECEIVED && source == null) faults.add(WelfareRefusal.MOVEMENT_MISSING.at("word"));
            if (source != null && party.isEmpty()) faults.add(WelfareRefusal.PARTY_MISSING.at("party"));
            return new FundMoney.Wish(what, source, on, FundPages.baht("amount", amount, faults), place.equals(FundAccounts.CASH) ? FundAccounts.CASH : FundAccounts.BANK, party, note);
        }
    }

    /** One of them; a receipt when it was received. @param verify where it is verified */
    public record MovementPage(Fund fund, Movement movement, Code verify, Faults faults) {}

    /** An address that a QR code holds. */
    public record Code(String address, QrCode qr) {

        static Code of(String address) {
            return new Code(address, QrCode.of(address));
        }
    }

    /** What anybody is told of a receipt. */
    public record VerifiedPage(Fund fund, FundReceipts.Verified receipt) {}
}
