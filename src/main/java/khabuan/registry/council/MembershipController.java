package khabuan.registry.council;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.duplicate.LikelyPart;
import khabuan.base.duplicate.Suspicions;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who sits in a council: adding members, and reviewing a term with the selection of new ones. */
@Controller
@Needs(value = Right.RECORD, room = "council")
public class MembershipController {

    /** The form of new members. @param sitting how many sit already, by class */
    public record MembersPage(Council council, MembersForm form, Map<String, Long> sitting, Faults faults) {}

    /** The form of a review. @param open the term that ends; null when the council has none */
    public record ReviewPage(Council council, Council.Term open, List<Members.Member> members, ReviewForm form, Faults faults) {}

    /** @param staying the members who were selected again; null in a form that was not filled in yet: all */
    public record ReviewForm(String selectedOn, List<Long> staying, String key) {

        public boolean stays(long member) {
            return staying == null || staying.contains(member);
        }
    }

    private final Councils councils;
    private final Members members;
    private final Terms terms;
    private final Suspicions suspicions;

    MembershipController(Councils councils, Members members, Terms terms, Suspicions suspicions) {
        this.councils = councils;
        this.members = members;
        this.terms = terms;
        this.suspicions = suspicions;
    }

    @GetMapping("/councils/{id:\\d+}/members/new")
    ModelAndView openMembers(@PathVariable long id, @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor) {
        var council = councils.at(actor, id);
        var began = terms.of(id).stream().findFirst().map(Council.Term::selectedOn).orElse(council.registeredOn());
        return membersPage(council, MembersForm.empty(ThaiDate.full(began)), new Faults(frame.words()));
    }

    @PostMapping("/councils/{id:\\d+}/members")
    ModelAndView addMembers(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent, @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor) {
        var council = councils.at(actor, id);
        var faults = new Faults(frame.words());
        var form = MembersForm.read(sent);
        if (sent.containsKey("more")) return membersPage(council, form.withMoreRows(), faults);
        var day = faults.day("selectedOn", form.selectedOn(), "council.ask.selected");
        if (form.joining().isEmpty()) faults.add(CouncilRefusal.MEMBERS_MISSING.at("name-1"));
        return Sent.answer(faults, () -> {
            members.add(actor, id, form.key(), day, form.joining());
            return council.path() + "#members";
        }, () -> membersPage(council, form, faults));
    }

    /** Whom those who are being typed may be: the part of the form that htmx swaps. Sent as a form, so that no name stands in an address. */
    @PostMapping("/councils/{id:\\d+}/members/likely")
    ModelAndView likely(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent, Actor actor) {
        var council = councils.at(actor, id);
        var found = MembersForm.read(sent).joining().stream().flatMap(j -> suspicions.of(actor, "person", 0, council.unitCode(), j.name(), "", null, null).stream()).distinct().toList();
        return new ModelAndView("duplicate/likely", Map.of("part", new LikelyPart(found)));
    }

    private ModelAndView membersPage(Council council, MembersForm form, Faults faults) {
        var sitting = members.of(council.id(), false).stream().collect(java.util.stream.Collectors.groupingBy(Members.Member::memberClass, java.util.stream.Collectors.counting()));
        return new ModelAndView("council/joining", Map.of("page", new MembersPage(council, form, sitting, faults)));
    }

    @GetMapping("/councils/{id:\\d+}/terms/new")
    ModelAndView openReview(@PathVariable long id, @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor) {
        return reviewPage(councils.at(actor, id), new ReviewForm("", null, UUID.randomUUID().toString()), new Faults(frame.words()));
    }

    @PostMapping("/councils/{id:\\d+}/terms")
    ModelAndView review(@PathVariable long id, @RequestParam(defaultValue = "") String selectedOn, @RequestParam(defaultValue = "") List<Long> staying,
                        @RequestParam(defaultValue = "") String key, @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor) {
        var council = councils.at(actor, id);
        var faults = new Faults(frame.words());
        var form = new ReviewForm(selectedOn, staying, key);
        var day = faults.day("selectedOn", selectedOn, "council.ask.selected");
        return Sent.answer(faults, () -> {
            terms.review(actor, id, key, day, staying);
            return council.path() + "#terms";
        }, () -> reviewPage(council, form, faults));
    }

    private ModelAndView reviewPage(Council council, ReviewForm form, Faults faults) {
        var open = terms.of(council.id()).stream().findFirst().orElse(null);
        return new ModelAndView("council/review", Map.of("page", new ReviewPage(council, open, members.of(council.id(), false), form, faults)));
    }
}
