package khabuan.registry.welfare;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabuan.base.access.Needs;
import khabuan.base.access.Origin;
import khabuan.base.access.RemoteAddress;
import khabuan.base.access.Right;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.person.Persons;
import khabuan.base.store.RowScope;
import khabuan.registry.welfare.MemberDataPages.CopyPage;
import khabuan.registry.welfare.PassbookPages.CodePage;
import khabuan.registry.welfare.PassbookPages.OwnPage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** The own passbook of a member, by the link that the committee gave: its code once, then the passbook on that device. Whoever asks is known by the link alone; the work is bound to its fund.
 *  An unknown link, one that has ended and one that is another device's are answered alike. */
@Controller
@Needs(Right.READ_OPEN)
class PassbookController {

    private static final String COOKIE = "khabuan-passbook";
    private static final JsonMapper JSON = new JsonMapper();
    private final PassbookLinks links;
    private final Passbooks passbooks;
    private final Funds funds;
    private final Roster roster;
    private final Persons persons;
    private final Origin origin;
    private final MemberData data;

    PassbookController(PassbookLinks links, Passbooks passbooks, Funds funds, Roster roster, Persons persons, Origin origin, MemberData data) {
        this.links = links;
        this.passbooks = passbooks;
        this.funds = funds;
        this.roster = roster;
        this.persons = persons;
        this.origin = origin;
        this.data = data;
    }

    private Optional<Fund> enter(long id, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Referrer-Policy", "no-referrer");
        var fund = funds.find(id).filter(f -> f.booksSince() != null);
        fund.ifPresent(f -> new RowScope("unit", f.unitCode(), Long.toString(id)).bind());
        return fund;
    }

    private static ModelAndView none(Frame frame) {
        return new ModelAndView("web/error", Map.of("message", frame.t("welfare.link-unknown")), HttpStatus.NOT_FOUND);
    }

    @GetMapping("/passbook/{id:\\d+}/{token}")
    ModelAndView read(@PathVariable long id, @PathVariable String token, @CookieValue(name = COOKIE, required = false) String device, HttpServletRequest request, HttpServletResponse response,
                      @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var fund = enter(id, response);
        var link = fund.flatMap(f -> links.find(id, token));
        if (link.isPresent() && link.get().isWaiting()) return ask(fund.get(), token, Faults.NONE);
        if (link.isEmpty() || !links.isOpenTo(link.get(), device)) return none(frame);
        var member = roster.at(id, link.get().number());
        links.logReading(fund.get(), member, RemoteAddress.of(request));
        return new ModelAndView("welfare/own-passbook", Map.of("page", new OwnPage(fund.get(), path(id, token), name(fund.get(), member), passbooks.of(fund.get(), member), link.get().told().deviceUntil())));
    }

    private static String path(long id, String token) {
        return "/passbook/" + id + "/" + token;
    }

    /** The member's right to a copy: all that is held, to be printed. */
    @GetMapping("/passbook/{id:\\d+}/{token}/copy")
    ModelAndView copy(@PathVariable long id, @PathVariable String token, @CookieValue(name = COOKIE, required = false) String device, HttpServletRequest request, HttpServletResponse response,
                      @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var fund = enter(id, response).orElse(null);
        return copy(fund, token, device, request, frame).map(c -> new ModelAndView("welfare/copy", Map.of("page", new CopyPage(fund, path(id, token), true, c)))).orElseGet(() -> none(frame));
    }

    /** The same, for a machine. */
    @GetMapping("/passbook/{id:\\d+}/{token}/copy.json")
    Object copyAsData(@PathVariable long id, @PathVariable String token, @CookieValue(name = COOKIE, required = false) String device, HttpServletRequest request, HttpServletResponse response,
                      @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var fund = enter(id, response).orElse(null);
        var copy = copy(fund, token, device, request, frame);
        if (copy.isEmpty()) return none(frame);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).header("Content-Disposition", "attachment; filename=\"my-data.json\"").body(JSON.writeValueAsBytes(copy.get().told(fund)));
    }

    /** @return empty when the link isn't open on this device */
    private Optional<MemberData.Copy> copy(Fund fund, String token, String device, HttpServletRequest request, Frame frame) {
        return Optional.ofNullable(fund).flatMap(f -> links.find(f.id(), token)).filter(l -> links.isOpenTo(l, device))
                .map(l -> data.ownCopy(fund, roster.at(fund.id(), l.number()), RemoteAddress.of(request), frame.t("welfare.copy-own")));
    }

    private String name(Fund fund, Roster.Member member) {
        return persons.maskedNames(PassbookLinks.actor(fund, member.number(), ""), List.of(member.personId())).getOrDefault(member.personId(), "");
    }

    private static ModelAndView ask(Fund fund, String token, Faults faults) {
        return new ModelAndView("welfare/code", Map.of("page", new CodePage(fund, path(fund.id(), token), faults)), faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/passbook/{id:\\d+}/{token}")
    ModelAndView open(@PathVariable long id, @PathVariable String token, @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response,
                      @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var fund = enter(id, response);
        String digits = ThaiDate.arabic(code.replaceAll("[\\s-]", ""));
        var faults = new Faults(frame.words());
        if (fund.isPresent() && !digits.matches("\\d{6}") && links.find(id, token).filter(PassbookLinks.Link::isWaiting).isPresent()) return ask(fund.get(), token, faults.add(WelfareRefusal.CODE_MISSING.at("code")));
        var tried = fund.flatMap(f -> links.open(f, token, digits, RemoteAddress.of(request)));
        if (tried.isEmpty() || tried.get().key() == null && tried.get().left() == 0) return none(frame);
        if (tried.get().key() == null) return ask(fund.get(), token, faults.add(WelfareRefusal.CODE_WRONG.at("code", tried.get().left())));
        String path = path(id, token);
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, tried.get().key()).path(path).httpOnly(true).sameSite("Lax").secure(origin.isSecure(request))
                .maxAge(Duration.ofDays(PassbookLinks.DAYS_OF_A_DEVICE)).build().toString());
        return new ModelAndView("redirect:" + path);
    }
}
