package khabuan.base.account;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Account;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.access.Role;
import khabuan.base.access.Sessions;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.NavigationEntry;
import khabuan.base.place.Place;
import khabuan.base.record.RecordKind;
import khabuan.base.record.Timeline;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The accounts, as the administrator keeps them. */
@Controller
@Needs(Right.ADMINISTER)
class AccountController {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Scopes scopes;
    private final Timeline timeline;
    private final List<NavigationEntry> entries;

    AccountController(Accounts accounts, Sessions sessions, Scopes scopes, Timeline timeline, List<NavigationEntry> entries) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.scopes = scopes;
        this.timeline = timeline;
        this.entries = entries;
    }

    @Bean
    static NavigationEntry accountsEntry() {
        return new NavigationEntry(90, "nav.accounts", "/accounts", Right.ADMINISTER, "");
    }

    @Bean
    static RecordKind accountKind() {
        return new RecordKind("account", "account", "full_name", "/accounts/{id}");
    }

    @GetMapping("/accounts")
    ModelAndView list() {
        return new ModelAndView("account/accounts", Map.of("page", new AccountListPage(accounts.all().stream()
                .map(a -> new AccountListPage.Row(a, scopes.title(a.scopeLevel(), a.scopeCode()))).toList())));
    }

    @GetMapping("/accounts/new")
    ModelAndView empty(@ModelAttribute("frame") Frame frame) {
        return page(null, AccountForm.EMPTY, Faults.NONE, "", frame);
    }

    /** The places that answer to what is typed, as the part of the form that htmx swaps. */
    @GetMapping("/accounts/places")
    ModelAndView places(@RequestParam(defaultValue = "") String place) {
        return new ModelAndView("account/scope-options", Map.of("picker", scopes.picker(place, "")));
    }

    @PostMapping("/accounts")
    ModelAndView add(AccountForm form, @ModelAttribute("frame") Frame frame, Actor actor) {
        var faults = new Faults(frame.words());
        try {
            var details = details(form, faults);
            if (!faults.isEmpty()) return page(null, form, faults, "", frame);
            String first = accounts.add(actor.author(), details);
            return one(accounts.find(form.name()).orElseThrow(), first, frame);
        } catch (Refusal.Thrown refused) {
            return page(null, form, faults.add(refused), "", frame);
        }
    }

    /** What the form says; all that is wrong with it is a fault. */
    private Account.Details details(AccountForm form, Faults faults) {
        Accounts.refused(form.details(Place.COUNTRY)).ifPresent(faults::add);
        var area = Place.COUNTRY;
        try {
            var picker = scopes.picker(form.place(), form.scope());
            area = scopes.read(picker.chosen().isEmpty() && !form.place().isEmpty() ? form.place() : picker.chosen());
        } catch (Refusal.Thrown refused) {
            faults.add(refused);
        }
        return form.details(area);
    }

    @GetMapping("/accounts/{id}")
    ModelAndView one(@PathVariable long id, @ModelAttribute("frame") Frame frame) {
        return one(accounts.get(id), "", frame);
    }

    private ModelAndView one(Account account, String first, Frame frame) {
        return page(account, AccountForm.of(account), Faults.NONE, first, frame);
    }

    @PostMapping("/accounts/{id}")
    ModelAndView change(@PathVariable long id, AccountForm form, @ModelAttribute("frame") Frame frame, Actor actor) {
        var account = accounts.get(id);
        var whole = new AccountForm(account.name(), form.fullName(), form.role(), form.scope(), form.place(), form.rooms(), form.reason(), form.version());
        var faults = new Faults(frame.words());
        var details = details(whole, faults);
        if (!faults.isEmpty()) return page(account, whole, faults, "", frame);
        return refusedOnTheForm(account, whole, frame, () -> accounts.change(actor.author(), id, form.version(), details, form.reason()));
    }

    @PostMapping("/accounts/{id}/disabling")
    ModelAndView disable(@PathVariable long id, @RequestParam boolean disabled, @RequestParam(defaultValue = "") String reason, @ModelAttribute("frame") Frame frame, Actor actor) {
        var account = accounts.get(id);
        return refusedOnTheForm(account, AccountForm.of(account), frame, () -> accounts.disable(actor.author(), id, disabled, reason));
    }

    @PostMapping("/accounts/{id}/first-password")
    ModelAndView reset(@PathVariable long id, @ModelAttribute("frame") Frame frame, Actor actor) {
        String first = accounts.reset(actor.author(), id);
        return one(accounts.get(id), first, frame);
    }

    @PostMapping("/accounts/{id}/sessions/{session}/end")
    String end(@PathVariable long id, @PathVariable long session, Actor actor) {
        sessions.end(actor.author(), id, session);
        return "redirect:/accounts/" + id;
    }

    private ModelAndView refusedOnTheForm(Account account, AccountForm form, Frame frame, Runnable work) {
        try {
            work.run();
            return new ModelAndView("redirect:/accounts/" + account.id());
        } catch (Refusal.Thrown refused) {
            return page(account, form, new Faults(frame.words()).add(refused), "", frame);
        }
    }

    private ModelAndView page(Account account, AccountForm form, Faults faults, String first, Frame frame) {
        var roles = Arrays.stream(Role.values()).filter(r -> r != Role.PUBLIC).map(r -> new Choice(r.name(), frame.t("role." + r.name()))).toList();
        var rooms = entries.stream().filter(e -> !e.room().isEmpty()).map(e -> new Choice(e.room(), frame.t(e.key()))).toList();
        var open = account == null ? List.<Sessions.Session>of() : sessions.of(account.id(), Sessions.current());
        // a changed password shows as changed, and no more
        var life = account == null ? List.<Timeline.Step>of() : timeline.of("account", account.id(), "password_hash");
        var model = new HashMap<String, Object>();
        model.put("page", new AccountPage(account, form, faults, roles, scopes.picker(form.place(), form.scope()), rooms, open, life, first));
        return new ModelAndView("account/account", model, faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
