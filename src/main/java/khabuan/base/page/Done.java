package khabuan.base.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import khabuan.base.record.Changes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Says on the next page what was done: after every form whose work was a change and that leads on to another page, the act of that change is kept in a cookie for a minute and told once.
 *  No handler does anything for it; the layout shows it. */
@Component
class Done implements HandlerInterceptor, WebMvcConfigurer {

    private static final String COOKIE = "khabuan-done";

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Changes.takeLastAct();
        return true;
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView answer) {
        String act = Changes.takeLastAct();
        boolean leadsOn = answer != null && answer.getViewName() != null && answer.getViewName().startsWith("redirect:");
        if (leadsOn && !act.isEmpty() && request.getMethod().equals("POST")) set(request, response, act, Duration.ofMinutes(1));
    }

    /** The act that this page tells of, which is then told; "" for none. Only a page that a person opens takes it: neither a part of one nor a file. */
    static String take(HttpServletRequest request, HttpServletResponse response) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (!request.getMethod().equals("GET") || accept == null || !accept.contains("text/html") || request.getHeader("HX-Request") != null || request.getCookies() == null) return "";
        var kept = Arrays.stream(request.getCookies()).filter(c -> c.getName().equals(COOKIE) && c.getValue().matches("[a-z.-]{1,80}")).findFirst();
        if (kept.isEmpty()) return "";
        set(request, response, "", Duration.ZERO);
        return kept.get().getValue();
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String act, Duration age) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, act).path("/").httpOnly(true).sameSite("Lax").secure(request.isSecure()).maxAge(age).build().toString());
    }
}
