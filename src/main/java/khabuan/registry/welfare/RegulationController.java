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
import khabuan.registry.welfare.RegulationPages.RegulationForm;
import khabuan.registry.welfare.RegulationPages.RegulationsPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The regulations of a fund, version by version, to all who read the fund; who records it or keeps its books adds one. */
@Controller
@Needs(value = Right.READ, room = "welfare")
class RegulationController {

    private final Funds funds;
    private final FundCommittees committees;
    private final Regulations regulations;
    private final Claims claims;
    private final Vault vault;

    RegulationController(Funds funds, FundCommittees committees, Regulations regulations, Claims claims, Vault vault) {
        this.funds = funds;
        this.committees = committees;
        this.regulations = regulations;
        this.claims = claims;
        this.vault = vault;
    }

    @GetMapping("/funds/{id:\\d+}/regulations")
    ModelAndView regulations(@PathVariable long id, Actor actor) {
        return page(funds.at(actor, id), actor, new RegulationForm("", "", ""), Faults.NONE);
    }

    private ModelAndView page(Fund fund, Actor actor, RegulationForm form, Faults faults) {
        boolean mayRecord = fund.isInForce() && committees.mayRecord(actor, fund.id());
        return new ModelAndView("welfare/regulations", Map.of("page",
                new RegulationsPage(fund, regulations.of(fund.id()), claims.rules(fund.id()), mayRecord ? regulations.undated(fund.id()) : List.of(), funds.today(), mayRecord, form, faults)));
    }

    @PostMapping("/funds/{id:\\d+}/regulations")
    ModelAndView record(@PathVariable long id, RegulationForm form, @RequestParam(required = false) MultipartFile file, Actor actor, @ModelAttribute("frame") Frame frame) {
        var fund = committees.recorded(actor, id);
        var faults = new Faults(frame.words());
        var from = faults.day("fromDate", form.fromDate(), WelfareRefusal.DAY_MISSING.key());
        if (form.adoptedAt().isEmpty()) faults.add(WelfareRefusal.ADOPTED_MISSING.at("adoptedAt"));
        if (form.chosen() == null && (file == null || file.isEmpty())) faults.add(WelfareRefusal.REGULATION_FILE_MISSING.at("file"));
        return Sent.answer(faults, () -> {
            regulations.record(actor, id, from, form.adoptedAt(), form.chosen(), () -> vault.keep(file));
            return fund.path() + "/regulations";
        }, () -> page(fund, actor, form, faults));
    }

    @PostMapping("/funds/{id:\\d+}/regulations/withdrawal")
    ModelAndView withdraw(@PathVariable long id, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String because, Actor actor, @ModelAttribute("frame") Frame frame) {
        var fund = committees.recorded(actor, id);
        var faults = new Faults(frame.words());
        var day = faults.day("from", from, WelfareRefusal.DAY_MISSING.key());
        return Sent.answer(faults, () -> {
            regulations.withdraw(actor, id, day, because);
            return fund.path() + "/regulations";
        }, () -> page(fund, actor, new RegulationForm("", "", ""), faults));
    }
}
