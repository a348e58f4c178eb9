package khabuan.base.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import khabuan.base.record.Changes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The doors of the house: who is asking, and whether the handler that they ask opens to them. Closed unless a handler says otherwise. */
@Configuration
public class Doors implements WebMvcConfigurer {

    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors ";
    private final Gate gate;

    Doors(Gate gate) {
        this.gate = gate;
    }

    @Bean
    static SecurityFilterChain security(HttpSecurity http, Sessions sessions, CsrfTokenRepository csrf, Origin origin, Changes changes) throws Exception {
        return http
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .securityContext(context -> context.securityContextRepository(sessions))
                .csrf(token -> token.csrfTokenRepository(csrf))
                .exceptionHandling(e -> e.accessDeniedHandler((request, response, refused) -> Gate.refuse(request, response, changes)))
                .headers(headers -> headers(headers, origin))
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, Origin origin) {
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                .addHeaderWriter(new StaticHeadersWriter("X-Frame-Options", "DENY"))
                .addHeaderWriter(new StaticHeadersWriter("Content-Security-Policy", POLICY + "'none'"))
                .addHeaderWriter(new StaticHeadersWriter("Referrer-Policy", "same-origin"))
                .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"))
                .addHeaderWriter(new StaticHeadersWriter("Permissions-Policy", "camera=(), microphone=(), geolocation=(self), payment=(), usb=()"))
                .httpStrictTransportSecurity(https -> https.includeSubDomains(false).maxAgeInSeconds(31536000).requestMatcher(origin::isSecure));
    }

    /** Lets pages of ours, and nobody else's, show this answer in a frame: the preview of a file. */
    public static void framable(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY + "'self'");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
    }

    /** The token lies in a cookie that scripts can't read, so that a form survives a restart of the server. */
    @Bean
    static CsrfTokenRepository csrf(Origin origin) {
        var csrf = new CookieCsrfTokenRepository();
        csrf.setCookieName("khabuan-form");
        csrf.setHeaderName("X-CSRF-TOKEN");
        csrf.setCookieCustomizer(cookie -> {
            cookie.sameSite("Lax").httpOnly(true);
            if (origin.isHttps()) cookie.secure(true);
        });
        return csrf;
    }

    @Bean
    static PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    /** Who is asking in this request. */
    public static Actor actor(HttpServletRequest request) {
        return signedIn().map(person -> person.actor(RemoteAddress.of(request))).orElseGet(() -> Actor.publicAt(RemoteAddress.of(request)));
    }

    static boolean mustChangePassword() {
        return signedIn().map(SignedIn::mustChangePassword).orElse(false);
    }

    private static Optional<SignedIn> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person ? Optional.of(person) : Optional.empty();
    }

    /** The right that a handler names, on itself or on its class. */
    public static Optional<Needs> needs(HandlerMethod handler) {
        var own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Needs.class);
        return Optional.ofNullable(own != null ? own : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Needs.class));
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(gate);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == Actor.class;
            }

            @Override
            public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer model, NativeWebRequest request, WebDataBinderFactory binder) {
                return actor(request.getNativeRequest(HttpServletRequest.class));
            }
        });
    }
}
