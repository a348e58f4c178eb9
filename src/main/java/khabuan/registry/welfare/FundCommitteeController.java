package khabuan.registry.welfare;

import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.evidence.Vault;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.registry.welfare.FundCommitteePages.AccountForm;
import khabuan.registry.welfare.FundCommitteePages.CommitteePage;
import khabuan.registry.welfare.FundCommitteePages.ElectionForm;
import khabuan.registry.welfare.FundCommitteePages.ElectionPage;
import khabuan.registry.welfare.FundCommitteePages.KeeperForm;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The committee of a fund on the screen: its terms, elections with their minutes, who keeps the books, and the bank accounts. */
@Controller
@Needs(value = Right.READ, room = "welfare")
class FundCommitteeController {

    private static final KeeperForm NO_KEEPER = new KeeperForm("", "");
    private final Funds funds;
    private final FundCommittees committees;
    private final Keepers keepers;
    private final FundBankAccounts accounts;
    private final Vault vault;

    FundCommitteeController(Funds funds, FundCommittees committees, Keepers keepers, FundBankAccounts accounts, Vault vault) {
        this.funds = funds;
        this.committees = committees;
        this.keepers = keepers;
        this.accounts = accounts;
        this.vault = vault;
    }

    @GetMapping("/funds/{id:\\d+}/committee")
    ModelAndView committee(@PathVariable long id, Actor actor) {
        return committee(id, actor, 0, "", NO_KEEPER, new AccountForm("", "", "", ""), Faults.NONE);
    }

    private ModelAndView committee(long id, Actor actor, long shown, String number, KeeperForm keeper, AccountForm account, Faults faults) {
        var fund = funds.at(actor, id);
        boolean inForce = fund.isInForce();
        var page = new CommitteePage(fund, committees.of(actor, id), keepers.of(id), accounts.of(id), shown, number, inForce && committees.mayRecord(actor, id), inForce && fund.booksSince() != null && actor.may(Right.RECORD), keeper, account, faults);
        return new ModelAndView("welfare/committee", Map.of("page", page));
    }

    @GetMapping("/funds/{id:\\d+}/committee/new")
    ModelAndView electionForm(@PathVariable long id, Actor actor) {
        return election(committees.recorded(actor, id), new ElectionForm("", "", List.of(), List.of()), Faults.NONE);
    }

    private static ModelAndView election(Fund fund, ElectionForm form, Faults faults) {
        return new ModelAndView("welfare/election", Map.of("page", new ElectionPage(fund, form, faults)));
    }

    @PostMapping("/funds/{id:\\d+}/committee")
    ModelAndView elect(@PathVariable long id, ElectionForm form, @RequestParam(required = false) MultipartFile file, Actor actor, @ModelAttribute("frame") Frame frame) {
        var fund = committees.recorded(actor, id);
        var faults = new Faults(frame.words());
        var wish = form.read(fund.booksSince() != null, faults);
        if (file == null || file.isEmpty()) faults.add(WelfareRefusal.MINUTES_MISSING.at("file"));
        return Sent.answer(faults, () -> {
            committees.elect(actor, id, wish, () -> vault.keep(file));
            return fund.path() + "/committee";
        }, () -> election(fund, form, faults));
    }

    @PostMapping("/funds/{id:\\d+}/keepers")
    @Needs(value = Right.RECORD, room = "welfare")
    ModelAndView appoint(@PathVariable long id, KeeperForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            keepers.add(actor, id, form.keeperOffice(), form.keeper());
            return "/funds/" + id + "/committee";
        }, () -> committee(id, actor, 0, "", form, new AccountForm("", "", "", ""), faults));
    }

    @PostMapping("/funds/{id:\\d+}/keepers/{keeper:\\d+}/end")
    @Needs(value = Right.RECORD, room = "welfare")
    String endKeeper(@PathVariable long id, @PathVariable long keeper, Actor actor) {
        keepers.end(actor, id, keeper);
        return "redirect:/funds/" + id + "/committee";
    }

    @PostMapping("/funds/{id:\\d+}/accounts")
    ModelAndView addAccount(@PathVariable long id, AccountForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        committees.recorded(actor, id);
        var faults = new Faults(frame.words());
        var opened = form.openedOn().isEmpty() ? funds.today() : faults.day("openedOn", form.openedOn(), "");
        return Sent.answer(faults, () -> {
            accounts.add(actor, id, new FundBankAccounts.Wish(form.bank(), form.accountName(), form.accountNumber(), opened));
            return "/funds/" + id + "/committee";
        }, () -> committee(id, actor, 0, "", NO_KEEPER, form, faults));
    }

    @PostMapping("/funds/{id:\\d+}/accounts/{account:\\d+}/close")
    String closeAccount(@PathVariable long id, @PathVariable long account, Actor actor) {
        accounts.close(actor, id, account);
        return "redirect:/funds/" + id + "/committee";
    }

    /** The page with the whole number of an account; the reading is logged. */
    @PostMapping("/funds/{id:\\d+}/accounts/{account:\\d+}")
    ModelAndView show(@PathVariable long id, @PathVariable long account, Actor actor) {
        return committee(id, actor, account, accounts.number(actor, id, account), NO_KEEPER, new AccountForm("", "", "", ""), Faults.NONE);
    }
}
