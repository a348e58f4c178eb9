package khabuan.base.certificate;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.text.Bundles;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The public page that the code of a letter opens. */
@Controller
@Needs(Right.READ_OPEN)
class VerificationController {

    private final Verification verification;
    private final Letters letters;
    private final LetterKeys keys;
    private final Bundles bundles;

    VerificationController(Verification verification, Letters letters, LetterKeys keys, Bundles bundles) {
        this.verification = verification;
        this.letters = letters;
        this.keys = keys;
        this.bundles = bundles;
    }

    /** 404 for what isn't ours. */
    @GetMapping("/verify/{token}")
    ModelAndView verify(@PathVariable String token, HttpServletResponse response) {
        var verdict = verification.of(token);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        var kind = verdict.letter() == null ? null : letters.kind(verdict.letter().kind());
        var model = new HashMap<String, Object>();
        model.put("page", new CertificatePages.VerificationPage(verdict, kind, bundles.in(Bundles.THAI), bundles.in(Locale.ENGLISH)));
        return new ModelAndView("certificate/verification", model, verdict.letter() == null ? HttpStatus.NOT_FOUND : HttpStatus.OK);
    }

    /** The public keys by number (X.509, Base64), for whoever verifies codes without asking us. */
    @GetMapping("/verify/keys")
    @ResponseBody
    Map<String, String> keys() {
        return keys.published();
    }
}
