package khabuan.base.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What administrators keep of letters: offices, signatories, the emblem, the key that signs. */
@Controller
@Needs(Right.ADMINISTER)
class SettingsController {

    private static final CertificatePages.SignatoryForm EMPTY = new CertificatePages.SignatoryForm("", "", "", "", "", "");
    private final Letters letters;
    private final LetterTemplates templates;
    private final Offices offices;
    private final KeyRenewal keys;
    private final Emblems emblems;

    SettingsController(Letters letters, LetterTemplates templates, Offices offices, KeyRenewal keys, Emblems emblems) {
        this.letters = letters;
        this.templates = templates;
        this.offices = offices;
        this.keys = keys;
        this.emblems = emblems;
    }

    @Bean
    static NavigationEntry certificatesEntry() {
        return new NavigationEntry(85, "nav.certificates", "/certificates", Right.ADMINISTER, "");
    }

    @GetMapping("/certificates")
    ModelAndView settings() {
        return page(EMPTY, null, Faults.NONE, HttpStatus.OK);
    }

    /** @param said of an office, as it was typed; null for nothing */
    private ModelAndView page(CertificatePages.SignatoryForm form, Offices.Office said, Faults faults, HttpStatus status) {
        var newest = new LinkedHashMap<String, LetterTemplates.Template>();
        letters.kinds().forEach(kind -> newest.put(kind.kind(), templates.newest(kind.kind())));
        var shown = offices.all().stream().map(o -> said != null && said.regionCode().equals(o.regionCode()) ? said : o).toList();
        return new ModelAndView("certificate/settings", Map.of("page", new CertificatePages.SettingsPage(newest, shown, offices.signatories(), form, faults, keys.all(), emblems.chosen().orElse(""))), status);
    }

    @PostMapping("/certificates/offices/{region}")
    ModelAndView office(@PathVariable String region, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String prefix,
                        @RequestParam(defaultValue = "") String address, @RequestParam int version, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var said = new Offices.Office(region, name.strip(), prefix.strip(), address.strip().replace("\r", ""), version);
        try {
            offices.change(actor, said, version);
            return new ModelAndView("redirect:/certificates#offices");
        } catch (Refusal.Thrown e) {
            var faults = new Faults(frame.words());
            Stream.concat(Stream.of(e), e.others().stream()).forEach(r -> faults.add(r.field() + "-" + region, r.refusal().key(), r.values()));
            return page(EMPTY, said, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/certificates/signatories")
    ModelAndView name(CertificatePages.SignatoryForm form, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var faults = new Faults(frame.words());
        try {
            var said = form.read(faults);
            if (said != null) {
                offices.name(actor, said);
                return new ModelAndView("redirect:/certificates#signatories");
            }
        } catch (Refusal.Thrown e) {
            faults.add(e);
        }
        return page(form, null, faults, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** A new key signs from now on. */
    @PostMapping("/certificates/keys")
    ModelAndView renew(@RequestParam(defaultValue = "") String keyReason, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        try {
            keys.renew(actor, keyReason);
            return new ModelAndView("redirect:/certificates#keys");
        } catch (Refusal.Thrown e) {
            return page(EMPTY, null, new Faults(frame.words()).add(e), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** The chosen emblem, to be looked at. */
    @GetMapping("/certificates/emblem")
    ResponseEntity<FileSystemResource> emblem() {
        var picture = new FileSystemResource(emblems.path(emblems.chosen().orElseThrow(() -> new OutOfReach("emblem"))));
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).header("Cache-Control", "no-store").body(picture);
    }

    /** Another emblem at the head of letters from now on. */
    @PostMapping("/certificates/emblem")
    ModelAndView emblem(@RequestParam(required = false) MultipartFile file, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) throws IOException {
        try {
            emblems.choose(actor, file == null ? InputStream.nullInputStream() : file.getInputStream());
            return new ModelAndView("redirect:/certificates#emblem");
        } catch (Refusal.Thrown e) {
            return page(EMPTY, null, new Faults(frame.words()).add(e), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/certificates/emblem/removal")
    String removeEmblem(Actor actor) {
        emblems.drop(actor);
        return "redirect:/certificates#emblem";
    }

    /** Ends a signatory's time: with today. */
    @PostMapping("/certificates/signatories/{id:\\d+}/end")
    String end(@PathVariable long id, Actor actor) {
        offices.end(actor, id, letters.today());
        return "redirect:/certificates#signatories";
    }
}
