package khabuan.base.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import khabuan.base.access.Doors;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.record.Installation;
import khabuan.base.text.Bundles;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame. */
@ControllerAdvice
@Component
public class Frames {

    private final List<NavigationEntry> entries;
    private final Bundles bundles;
    private final Installation installation;
    private final ObjectProvider<Waiting> waiting;
    private final Clock clock;

    Frames(List<NavigationEntry> entries, Bundles bundles, Installation installation, ObjectProvider<Waiting> waiting, Clock clock) {
        this.entries = entries.stream().sorted(Comparator.comparing(NavigationEntry::order)).toList();
        this.bundles = bundles;
        this.installation = installation;
        this.waiting = waiting;
        this.clock = clock;
    }

    @ModelAttribute("frame")
    public Frame frame(HttpServletRequest request, HttpServletResponse response) {
        var actor = Doors.actor(request);
        var navigation = entries.stream().filter(e -> actor.may(e.needs()) && actor.mayEnter(e.room())).map(e -> new Frame.Entry(e.key(), e.path(), List.of(e.also()))).toList();
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var csrf = token == null ? new Frame.Csrf("_csrf", "") : new Frame.Csrf(token.getParameterName(), token.getToken());
        String path = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        return new Frame(actor, bundles.in(language(request)), path, navigation, csrf, installation.isDemonstration(), ThaiDate.today(clock), () -> waiting.stream().mapToLong(w -> w.of(actor)).sum(), Done.take(request, response), request.getHeader("HX-Request") != null);
    }

    private static Locale language(HttpServletRequest request) {
        if (request.getCookies() != null)
            for (var cookie : request.getCookies()) if (cookie.getName().equals("language")) return Locale.forLanguageTag(cookie.getValue());
        return Bundles.THAI;
    }
}
