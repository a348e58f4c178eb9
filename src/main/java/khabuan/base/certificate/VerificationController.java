package khabuan.base.certificate;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.text.Bundles;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The public page that the code of a letter opens. */
@Controller
@Needs(Right.READ_OPEN)
class VerificationController {

    /** What stands at the end of a link that a code holds. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{100,140}$");
    private final Verification verification;
    private final Letters letters;
    private final LetterTemplates templates;
    private final LetterKeys keys;
    private final Bundles bundles;

    VerificationController(Verification verification, Letters letters, LetterTemplates templates, LetterKeys keys, Bundles bundles) {
        this.verification = verification;
        this.letters = letters;
        this.templates = templates;
        this.keys = keys;
        this.bundles = bundles;
    }

    /** What is verified how, and a field for the link of a code. */
    @GetMapping("/verify")
    ModelAndView ask(@RequestParam(defaultValue = "") String code, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var faults = new Faults(frame.words());
        var token = TOKEN.matcher(code.replaceAll("[\\s\\u200B]", ""));
        if (token.find()) return new ModelAndView("redirect:/verify/" + token.group());
        if (!code.isBlank()) faults.add("code", "certificate.ask.unreadable");
        return new ModelAndView("certificate/ask", Map.of("page", new CertificatePages.AskingPage(code, faults)), faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** 404 for what isn't ours. */
    @GetMapping("/verify/{token}")
    ModelAndView verify(@PathVariable String token, HttpServletResponse response) {
        var verdict = verification.of(token);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        var kind = verdict.letter() == null ? null : letters.kind(verdict.letter().kind());
        var model = new HashMap<String, Object>();
        model.put("page", new CertificatePages.VerificationPage(verdict, kind, kind == null ? List.of() : said(verdict.letter(), kind), bundles.in(Bundles.THAI), bundles.in(Locale.ENGLISH)));
        return new ModelAndView("certificate/verification", model, verdict.letter() == null ? HttpStatus.NOT_FOUND : HttpStatus.OK);
    }

    /** Those of the facts that the words of its edition say. */
    private List<String> said(Letter letter, CertificateKind kind) {
        var places = LetterPaper.places(templates.at(letter.templateId()).body());
        return kind.facts().stream().filter(word -> places.contains(word) && letter.facts().containsKey(word)).toList();
    }

    /** The public keys by number (X.509, Base64), for whoever verifies codes without asking us. */
    @GetMapping("/verify/keys")
    @ResponseBody
    Map<String, String> keys() {
        return keys.published();
    }
}
