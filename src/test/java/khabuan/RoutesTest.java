package khabuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import khabuan.base.access.Actor;
import khabuan.base.access.Doors;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.access.Role;
import khabuan.base.access.SignIn;
import khabuan.cast.Cast;
import khabuan.cast.People;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@World
@DisplayName("Every route")
class RoutesTest {

    private record Route(HttpMethod method, String pattern, Needs needs, boolean isError) {

        /** The address with the number in place of each variable that is one. */
        String path(long id) {
            return Pattern.compile("\\{(\\w+)(?::[^{}]*)?}").matcher(pattern).replaceAll(v -> switch (v.group(1)) {
                case "code" -> "council.registered";
                case "gap" -> "council.undocumented";
                case "format" -> "pdf";
                case "level" -> "province";
                default -> Long.toString(id);
            });
        }

        boolean opensTo(Actor actor) {
            return actor.may(needs.value()) && actor.mayEnter(needs.room());
        }
    }

    private static final long NOWHERE = 999_999_999L;
    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;
    @Autowired
    MockMvc mvc;
    @Autowired
    People people;
    @Autowired
    Cast cast;
    @Autowired
    JdbcClient jdbc;

    private List<Route> routes() {
        var routes = new ArrayList<Route>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((info, handler) -> {
            var methods = info.getMethodsCondition().getMethods().isEmpty() ? Set.of(RequestMethod.GET) : info.getMethodsCondition().getMethods();
            for (var pattern : info.getPatternValues())
                for (var method : methods) routes.add(new Route(method.asHttpMethod(), pattern, Doors.needs(handler).orElse(null), ErrorController.class.isAssignableFrom(handler.getBeanType())));
        });
        routes.removeIf(Route::isError);
        assertThat(routes).hasSizeGreaterThan(40);
        return routes;
    }

    /** One of each role, and one who may enter one room only. */
    private List<Actor> everybody() {
        var recorder = people.recorderOfKhonKaen();
        return List.of(people.administrator(), people.centreOfficer(), people.officerOfTheNortheast(), recorder, people.executive(), people.auditor(), people.communityOfBanNa(),
                new Actor(recorder.accountId(), recorder.name(), recorder.fullName(), Role.RECORDER, "province", "40", Set.of("organisation"), "10.0.0.7"));
    }

    private MockHttpServletResponse ask(Route route, long id, Actor actor, boolean withToken) throws Exception {
        var asked = request(route.method, route.path(id));
        if (actor != null) asked.with(SignIn.as(actor));
        if (withToken) asked.with(csrf());
        return mvc.perform(asked).andReturn().getResponse();
    }

    @Test
    @DisplayName("names the right that it needs")
    void namesItsRight() {
        assertThat(routes().stream().filter(r -> r.needs == null)).isEmpty();
    }

    @Test
    @DisplayName("opens to the roles that have its right and to nobody else: refused when signed in, led to the sign-in when not")
    void opensToItsRolesOnly() throws Exception {
        var wrong = new ArrayList<String>();
        for (var route : routes()) {
            for (var actor : everybody()) {
                if (route.opensTo(actor) && route.method != HttpMethod.GET) continue;
                int status = ask(route, NOWHERE, actor, true).getStatus();
                boolean fits = route.opensTo(actor) ? status != 403 && status != 303 && status < 500 : status == 403;
                if (!fits) wrong.add(route.method + " " + route.pattern + " as " + actor.role() + ": " + status);
            }
            if (route.needs.value() == Right.READ_OPEN) continue;
            var signedOut = ask(route, NOWHERE, null, true);
            if (signedOut.getStatus() != 303 || !signedOut.getHeader("Location").startsWith("/sign-in?to=")) wrong.add(route.method + " " + route.pattern + " signed out: " + signedOut.getStatus());
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("that writes needs the form's own token, whoever asks")
    void writesNeedTheToken() throws Exception {
        for (var route : routes()) {
            if (route.method == HttpMethod.GET) continue;
            for (var actor : everybody()) assertThat(ask(route, NOWHERE, actor, false).getStatus()).as(route + " as " + actor.role()).isEqualTo(403);
            assertThat(ask(route, NOWHERE, null, false).getStatus()).as(route + " signed out").isEqualTo(403);
        }
    }

    @Test
    @DisplayName("leads who has a first password to their own, before anything else")
    void firstPassword() throws Exception {
        var recorder = people.recorderOfKhonKaen();
        for (var route : routes()) {
            if (Set.of("/me/password", "/sign-out", "/language").contains(route.pattern)) continue;
            var answer = mvc.perform(request(route.method, route.path(NOWHERE)).with(SignIn.as(recorder, true)).with(csrf())).andReturn().getResponse();
            assertThat(answer.getStatus() + " " + answer.getHeader("Location")).as(route.pattern).isEqualTo("303 /me/password");
        }
    }

    /** A record of each kind in Nan, by the first word of its address. */
    private TreeMap<String, Long> recordsOfNan() {
        String unit = cast.unitInNan("อบต.", "ผาสิงห์");
        cast.change(() -> {
            jdbc.sql("insert into council (code, unit_code, name, registered_on) values ('R' || ?, ?, 'สภาองค์กรชุมชนตำบลผาสิงห์', '2010-05-01')").params(unit, unit).update();
            jdbc.sql("insert into organisation (code, unit_code, name, registered_on) values ('R' || ?, ?, 'กลุ่มออมทรัพย์บ้านผาสิงห์', '2010-05-01')").params(unit, unit).update();
            jdbc.sql("insert into person (unit_code, full_name) values (?, 'สมชาย ใจดี')").param(unit).update();
        });
        var records = new TreeMap<String, Long>();
        for (var kind : List.of("council", "organisation", "person"))
            records.put(kind + "s", jdbc.sql("select id from " + kind + " where unit_code = ?").param(unit).query(Long.class).single());
        return records;
    }

    @Test
    @DisplayName("of a record finds it within its scope, and finds nothing from elsewhere; what is tried from elsewhere changes nothing and is logged")
    void scopes() throws Exception {
        var here = Cast.recorderOfNan();
        var elsewhere = Cast.recorderOfPhatthalung();
        var wrong = new ArrayList<String>();
        for (var record : recordsOfNan().entrySet()) {
            for (var route : routes()) {
                if (!route.pattern.matches("/" + record.getKey() + "/\\{id.*") || !route.opensTo(here)) continue;
                int status = ask(route, record.getValue(), elsewhere, true).getStatus();
                if (route.method == HttpMethod.GET ? status != 404 : status < 400 || status >= 500) wrong.add(route.method + " " + route.pattern + " from elsewhere: " + status);
                if (route.method == HttpMethod.GET && ask(route, record.getValue(), here, true).getStatus() != 200) wrong.add(route.method + " " + route.pattern + " is not found at home");
            }
            String table = record.getKey().replaceAll("s$", "");
            assertThat(jdbc.sql("select version from " + table + " where id = ?").param(record.getValue()).query(Integer.class).single()).isEqualTo(1);
        }
        assertThat(wrong).isEmpty();
        assertThat(jdbc.sql("select count(*) from log.entry where act = 'access.out-of-reach' and actor = ?").param(elsewhere.name()).query(Long.class).single()).isGreaterThan(2);
    }

    @Test
    @DisplayName("answers with a strict policy: nothing from elsewhere, no script or style in the page, no frame around it")
    void headers() throws Exception {
        var answer = mvc.perform(get("/sign-in")).andReturn().getResponse();
        assertThat(answer.getHeader("Content-Security-Policy")).contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("Permissions-Policy")).contains("camera=()");
        assertThat(answer.getHeader("Strict-Transport-Security")).isNull();
        assertThat(mvc.perform(get("/sign-in").secure(true)).andReturn().getResponse().getHeader("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(answer.getHeaders("Set-Cookie")).allMatch(c -> c.contains("HttpOnly") && c.contains("SameSite=Lax"));
    }
}
