package khabuan.base.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import khabuan.base.record.Changes;
import khabuan.base.store.RowScope;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;

/** Opens a handler to those who have the right it names, and to nobody else; a refusal of a signed-in person is logged.
 *  The work behind it sees the guarded rows of the person's scope only. */
@Component
class Gate implements AsyncHandlerInterceptor {

    private static final String NEW_PASSWORD = "/me/password";
    private final Changes changes;

    Gate(Changes changes) {
        this.changes = changes;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
        if (!(handler instanceof HandlerMethod method) || ErrorController.class.isAssignableFrom(method.getBeanType())) return true;
        var actor = Doors.actor(request);
        if (Doors.mustChangePassword() && !isOpenBeforeTheNewPassword(request)) return send(request, response, NEW_PASSWORD);
        var needs = Doors.needs(method);
        if (needs.isPresent() && actor.may(needs.get().value()) && actor.mayEnter(needs.get().room())) {
            (actor.may(Right.READ) ? new RowScope(actor.scopeLevel(), actor.scopeCode()) : RowScope.NONE).bind();
            return true;
        }
        if (needs.isPresent() && !actor.isSignedIn()) return send(request, response, "/sign-in?to=" + back(request));
        refuse(request, response, changes);
        return false;
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, Exception e) {
        RowScope.release();
    }

    @Override
    public void afterConcurrentHandlingStarted(HttpServletRequest request, HttpServletResponse response, Object handler) {
        RowScope.release();
    }

    static void refuse(HttpServletRequest request, HttpServletResponse response, Changes changes) throws IOException {
        var actor = Doors.actor(request);
        if (actor.isSignedIn()) changes.read(actor.author(), "access.forbidden", request.getMethod() + " " + request.getRequestURI(), null, null);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private static boolean isOpenBeforeTheNewPassword(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals(NEW_PASSWORD) || path.equals("/sign-out") || path.equals("/language");
    }

    /** A page is sent there; a part of a page asks its page to go there. */
    private static boolean send(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", path);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", path);
        }
        return false;
    }

    /** Where to go after signing in: the page that was asked for, the first page after anything else. */
    private static String back(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) return "%2F";
        String path = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
