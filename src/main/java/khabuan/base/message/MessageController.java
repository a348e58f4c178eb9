package khabuan.base.message;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.message.MessagePages.PreferenceForm;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Pager;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's own messages, and where else they want to be told. */
@Controller
@Needs(Right.READ)
class MessageController {

    private static final int ON_A_PAGE = 50;
    private final Messages messages;
    private final Preferences preferences;
    private final Undelivered undelivered;
    private final Mail mail;
    private final LinePush line;

    MessageController(Messages messages, Preferences preferences, Undelivered undelivered, Mail mail, LinePush line) {
        this.messages = messages;
        this.preferences = preferences;
        this.undelivered = undelivered;
        this.mail = mail;
        this.line = line;
    }

    @GetMapping("/messages")
    ModelAndView inbox(Actor actor, @RequestParam(defaultValue = "1") int page) {
        boolean administers = actor.may(Right.ADMINISTER);
        var pager = new Pager(page, ON_A_PAGE, messages.all(actor), "/messages");
        return new ModelAndView("message/inbox", Map.of("page", new MessagePages.Inbox(messages.inbox(actor, ON_A_PAGE, pager.offset()), messages.of(actor), pager, administers, administers ? undelivered.count() : 0)));
    }

    @PostMapping("/messages/{id}/reading")
    String read(@PathVariable long id, Actor actor) {
        messages.read(actor, id);
        return "redirect:/messages";
    }

    @PostMapping("/messages/reading")
    String readAll(Actor actor) {
        messages.readAll(actor);
        return "redirect:/messages";
    }

    @GetMapping("/me/messages")
    ModelAndView choosing(Actor actor, @ModelAttribute("frame") Frame frame) {
        var chosen = preferences.of(actor.accountId());
        return page(new PreferenceForm(chosen.email(), chosen.line(), chosen.pace().name(), chosen.language()), frame, Faults.NONE, HttpStatus.OK);
    }

    @PostMapping("/me/messages")
    ModelAndView choose(PreferenceForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        try {
            if (Arrays.stream(Pace.values()).noneMatch(p -> p.name().equals(form.pace()))) throw MessageRefusal.PACE_WRONG.at("pace");
            preferences.choose(actor, new Preference(form.email(), form.line(), Pace.valueOf(form.pace()), form.language()));
            return new ModelAndView("redirect:/me/messages");
        } catch (Refusal.Thrown refused) {
            return page(form, frame, new Faults(frame.words()).add(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ModelAndView page(PreferenceForm form, Frame frame, Faults faults, HttpStatus status) {
        var paces = Arrays.stream(Pace.values()).map(p -> new Choice(p.name(), frame.t("message-preference.pace." + p.name()))).toList();
        var languages = List.of(new Choice("th", "ไทย"), new Choice("en", "English"));
        return new ModelAndView("message/preference", Map.of("page", new MessagePages.Choosing(form, paces, languages, mail.isOn(), line.isOn(), faults)), status);
    }
}
