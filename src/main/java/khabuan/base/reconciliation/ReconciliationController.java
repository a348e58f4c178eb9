package khabuan.base.reconciliation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.intake.Tray;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.print.Format;
import khabuan.base.reconciliation.ReconciliationPages.Typed;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Reconciling on the screen: send an extract, see what differs, choose, apply. */
@Controller
@Needs(Right.IMPORT)
class ReconciliationController {

    private final Reconciliations reconciliations;
    private final ReconciliationDesk desk;
    private final ReconciliationSheet sheet;
    private final Choosing choosing;
    private final ComparisonWorkbook workbook;
    private final Tray tray;

    ReconciliationController(Reconciliations reconciliations, ReconciliationDesk desk, ReconciliationSheet sheet, Choosing choosing, ComparisonWorkbook workbook, Tray tray) {
        this.reconciliations = reconciliations;
        this.desk = desk;
        this.sheet = sheet;
        this.choosing = choosing;
        this.workbook = workbook;
        this.tray = tray;
    }

    @GetMapping("/reconciliations")
    ModelAndView start(Actor actor, @ModelAttribute("frame") Frame frame) {
        return new ModelAndView("reconciliation/start", Map.of("page", sheet.start(actor, frame.words(), new Typed("", "", "", ""), new Faults(frame.words()))));
    }

    @PostMapping("/reconciliations")
    ModelAndView send(@ModelAttribute("typed") Typed typed, @RequestParam(required = false) MultipartFile file, Actor actor, @ModelAttribute("frame") Frame frame) throws IOException {
        var faults = new Faults(frame.words());
        if (reconciliations.openTo(actor).stream().noneMatch(k -> k.word().equals(typed.kind()))) faults.add("kind", "reconciliation.kind-missing");
        if (typed.system().isEmpty()) faults.add("system", "reconciliation.system-missing");
        if (file == null || file.isEmpty()) faults.add("file", "reconciliation.file-missing");
        if (sheet.areas(actor, frame.words()).stream().noneMatch(a -> a.value().equals(typed.area()))) faults.add("area", "reconciliation.area-missing");
        var on = faults.day("extractOn", typed.extractOn(), "reconciliation.day-missing");
        if (on != null && on.isAfter(desk.today())) faults.add("extractOn", "reconciliation.day-in-future");
        if (!faults.isEmpty()) return new ModelAndView("reconciliation/start", Map.of("page", sheet.start(actor, frame.words(), typed, faults)), HttpStatus.UNPROCESSABLE_CONTENT);
        var wish = new Reconciliations.Wish(typed.kind(), typed.system(), new Comparing.Covered(typed.area(), on), name(file), tray.keep(file.getInputStream()));
        return new ModelAndView("redirect:/reconciliations/" + desk.compare(actor, wish));
    }

    private static String name(MultipartFile file) {
        return file.getOriginalFilename() == null ? "" : file.getOriginalFilename().replaceAll(".*[/\\\\]", "");
    }

    @GetMapping("/reconciliations/{id:\\d+}")
    ModelAndView one(@PathVariable long id, @RequestParam Map<String, String> address, @RequestParam(defaultValue = "1") int page, Actor actor, @ModelAttribute("frame") Frame frame) {
        return page(actor, reconciliations.at(actor, id), address.isEmpty() ? null : RowFilter.read(address), page, frame, new Faults(frame.words()), HttpStatus.OK);
    }

    private ModelAndView page(Actor actor, Reconciliation of, RowFilter filter, int page, Frame frame, Faults faults, HttpStatus status) {
        return new ModelAndView("reconciliation/one", Map.of("page", sheet.one(actor, of, filter, page, frame.words(), faults)), status);
    }

    /** One row, field by field. */
    @GetMapping("/reconciliations/{id:\\d+}/rows/{number:\\d+}")
    ModelAndView row(@PathVariable long id, @PathVariable int number, Actor actor, @ModelAttribute("frame") Frame frame) {
        return new ModelAndView("reconciliation/row", Map.of("page", sheet.row(actor, reconciliations.at(actor, id), number, frame.words())));
    }

    /** Chooses for the rows that are ticked or, with none ticked, for all that the filter shows. */
    @PostMapping("/reconciliations/{id:\\d+}/choices")
    ModelAndView choose(@PathVariable long id, @RequestParam Map<String, String> address, @RequestParam String what, @RequestParam(defaultValue = "") List<String> fields,
                        @RequestParam(defaultValue = "") List<Integer> numbers, @RequestParam(defaultValue = "") String back, Actor actor, @ModelAttribute("frame") Frame frame) {
        var of = reconciliations.at(actor, id);
        var filter = RowFilter.read(address);
        try {
            if (!back.isEmpty() && what.equals("take") && fields.isEmpty()) throw ReconciliationRefusal.TICK_FIELD.with();
            choosing.choose(actor, of, filter, Choosing.What.of(what), fields, numbers);
            return new ModelAndView("redirect:" + of.path() + (back.isEmpty() ? filter.query() : "/rows/" + Integer.parseInt(back)));
        } catch (Refusal.Thrown refused) {
            return page(actor, of, filter, 1, frame, new Faults(frame.words()).add(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/reconciliations/{id:\\d+}/application")
    String apply(@PathVariable long id, Actor actor) {
        var of = reconciliations.at(actor, id);
        desk.apply(actor, of);
        return "redirect:" + of.path();
    }

    /** Takes what was applied back. */
    @PostMapping("/reconciliations/{id:\\d+}/applications/{change:\\d+}/withdrawal")
    String undo(@PathVariable long id, @PathVariable long change, Actor actor) {
        var of = reconciliations.at(actor, id);
        desk.undo(actor, of, change);
        return "redirect:" + of.path();
    }

    /** The extract as it was sent. */
    @GetMapping("/reconciliations/{id:\\d+}/extract")
    ResponseEntity<FileSystemResource> extract(@PathVariable long id, Actor actor) {
        var of = reconciliations.at(actor, id);
        if (!ReconciliationSheet.mayFetch(actor, of)) throw new OutOfReach("the file of reconciliation " + id);
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM_VALUE)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(of.fileName(), StandardCharsets.UTF_8).build().toString()).body(new FileSystemResource(tray.file(of.fileSha256())));
    }

    @GetMapping("/reconciliations/{id:\\d+}.xlsx")
    ResponseEntity<StreamingResponseBody> export(@PathVariable long id, @RequestParam Map<String, String> address, Actor actor, @ModelAttribute("frame") Frame frame) {
        var of = reconciliations.at(actor, id);
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, Format.XLSX.mediaType()).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"reconciliation-" + id + ".xlsx\"")
                .body(out -> workbook.write(actor, of, RowFilter.read(address), frame.words(), out));
    }

    /** The same file with what stands now. */
    @PostMapping("/reconciliations/{id:\\d+}/repetition")
    String again(@PathVariable long id, Actor actor) {
        var of = reconciliations.at(actor, id);
        if (!ReconciliationSheet.mayFetch(actor, of)) throw new OutOfReach("the file of reconciliation " + id);
        return "redirect:/reconciliations/" + desk.again(actor, of);
    }
}
