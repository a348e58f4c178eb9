package khabuan.base.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.intake.IntakePage.Typed;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Importing on the screen: choose a kind, send a file, see what it would do, take it in. */
@Controller
@Needs(Right.IMPORT)
class IntakeController {

    private final IntakeDesk desk;
    private final Kinds kinds;
    private final Tray tray;

    IntakeController(IntakeDesk desk, Kinds kinds, Tray tray) {
        this.desk = desk;
        this.kinds = kinds;
        this.tray = tray;
    }

    @Bean
    static NavigationEntry importEntry() {
        return new NavigationEntry(70, "nav.import", "/import", Right.IMPORT, "", "/reconciliations");
    }

    @GetMapping("/import")
    ModelAndView start(@RequestParam(defaultValue = "") String kind, Actor actor, @ModelAttribute("frame") Frame frame) {
        return page(Typed.only(kind), new Faults(frame.words()), actor, frame, HttpStatus.OK);
    }

    private ModelAndView page(Typed typed, Faults faults, Actor actor, Frame frame, HttpStatus status) {
        var open = kinds.openTo(actor);
        var page = new IntakePage(choices(open.stream(), frame), choices(open.stream().filter(RowIntake.class::isInstance), frame), open.stream().anyMatch(IntakeKind::readsTold), typed, faults, desk.past(actor));
        return new ModelAndView("intake/import", Map.of("page", page), status);
    }

    private static List<Choice> choices(Stream<IntakeKind> kinds, Frame frame) {
        return kinds.map(k -> new Choice(k.word(), frame.t("intake.kind." + k.word()))).toList();
    }

    @PostMapping("/import")
    ModelAndView send(@ModelAttribute("typed") Typed typed, @RequestParam(required = false) MultipartFile file, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        if (kinds.openTo(actor).stream().noneMatch(k -> k.word().equals(typed.kind()))) faults.add("kind", "intake.kind-missing");
        if (file == null || file.isEmpty()) faults.add("file", "intake.file-missing");
        LocalDate day = faults.day("recordedAt", typed.recordedAt(), ""), from = faults.day("from", typed.from(), "");
        if (!faults.isEmpty()) return page(typed, faults, actor, frame, HttpStatus.UNPROCESSABLE_CONTENT);
        return new ModelAndView("redirect:/import/" + desk.look(actor, typed.kind(), file, day, new Order.Told(from, typed.credit().strip()), frame.words()));
    }

    @GetMapping("/import/{job:\\d+}")
    ModelAndView one(@PathVariable long job, Actor actor, @ModelAttribute("frame") Frame frame) {
        var found = desk.job(actor, job);
        var about = desk.about(found);
        return new ModelAndView("intake/one", Map.of("page", new IntakePage.One(found, about, desk.result(found), new Headings(kinds.get(about.kind()), frame.words()))));
    }

    @PostMapping("/import/{job:\\d+}/confirmation")
    String confirm(@PathVariable long job, @RequestParam(defaultValue = "false") boolean acceptValid, Actor actor, @ModelAttribute("frame") Frame frame) {
        return "redirect:/import/" + desk.confirm(actor, job, acceptValid, frame.words());
    }

    @GetMapping("/import/{job:\\d+}/faults.csv")
    ResponseEntity<FileSystemResource> faults(@PathVariable long job, Actor actor) {
        desk.job(actor, job);
        return list(tray.faults(job));
    }

    @GetMapping("/import/{job:\\d+}/notes.csv")
    ResponseEntity<FileSystemResource> notes(@PathVariable long job, Actor actor) {
        desk.job(actor, job);
        return list(tray.notes(job));
    }

    private static ResponseEntity<FileSystemResource> list(Path file) {
        if (!Files.exists(file)) throw new OutOfReach("list " + file.getFileName());
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8").header(HttpHeaders.CONTENT_DISPOSITION, attachment(file.getFileName().toString()))
                .body(new FileSystemResource(file));
    }

    @GetMapping("/import/templates/{kind}.xlsx")
    ResponseEntity<byte[]> template(@PathVariable String kind, Actor actor, @ModelAttribute("frame") Frame frame) {
        var found = kinds.openTo(actor).stream().filter(k -> k.word().equals(kind)).findFirst().orElseThrow(() -> new OutOfReach("template " + kind));
        if (!(found instanceof RowIntake rows)) throw new OutOfReach("template " + kind);
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(kind + ".xlsx")).body(Intake.template(rows, frame.words()));
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString();
    }
}
