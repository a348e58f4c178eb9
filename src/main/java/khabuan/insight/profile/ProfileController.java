package khabuan.insight.profile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.page.Frame;
import khabuan.base.place.Level;
import khabuan.base.place.Places;
import khabuan.base.print.Format;
import khabuan.base.print.Printers;
import khabuan.base.text.Digits;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The profile of a local unit as a file. */
@Controller
@Needs(Right.READ)
class ProfileController {

    private final Profiles profiles;
    private final Printers printers;
    private final Places places;

    ProfileController(Profiles profiles, Printers printers, Places places) {
        this.profiles = profiles;
        this.printers = printers;
        this.places = places;
    }

    @GetMapping("/profiles/{unit}.{format:pdf|docx}")
    ResponseEntity<byte[]> profile(@PathVariable String unit, @PathVariable String format, @RequestParam(defaultValue = "arabic") String digits, @ModelAttribute("frame") Frame frame) throws IOException {
        var place = places.find(Level.UNIT, unit).orElseThrow(() -> new OutOfReach("unit " + unit));
        var wanted = Format.valueOf(format.toUpperCase(Locale.ROOT));
        var out = new ByteArrayOutputStream();
        printers.print(profiles.of(place, frame.words(), digits.equals("thai") ? Digits.THAI : Digits.ARABIC), wanted, out);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(wanted.mediaType()))
                .header("Content-Disposition", "inline; filename=\"profile-" + unit + "." + format + "\"").body(out.toByteArray());
    }
}
