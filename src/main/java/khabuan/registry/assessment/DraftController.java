package khabuan.registry.assessment;

import java.util.Map;
import java.util.UUID;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.registry.assessment.DraftForms.DimensionForm;
import khabuan.registry.assessment.DraftForms.InstrumentForm;
import khabuan.registry.assessment.DraftForms.ItemForm;
import khabuan.registry.assessment.DraftForms.LevelsForm;
import khabuan.registry.assessment.InstrumentPages.AboutPage;
import khabuan.registry.assessment.InstrumentPages.DimensionPage;
import khabuan.registry.assessment.InstrumentPages.ItemPage;
import khabuan.registry.assessment.InstrumentPages.LevelsPage;
import khabuan.registry.assessment.InstrumentPages.NewPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A draft on the screen, worked on by the centre: what it is, its dimensions, items and levels. */
@Controller
@Needs(value = Right.CENTRE, room = "assessment")
class DraftController {

    private final Editing editing;
    private final Instruments instruments;

    DraftController(Editing editing, Instruments instruments) {
        this.editing = editing;
        this.instruments = instruments;
    }

    private static ModelAndView view(String name, Object page) {
        return new ModelAndView("assessment/" + name, Map.of("page", page));
    }

    @GetMapping("/instruments/new")
    ModelAndView newInstrument() {
        return view("instrument-new", new NewPage(new InstrumentForm(UUID.randomUUID().toString(), "", "", "", "council", ""), Faults.NONE));
    }

    @PostMapping("/instruments")
    ModelAndView begin(InstrumentForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var year = form.read(faults);
        return Sent.answer(faults, () -> "/instruments/" + editing.begin(actor, form, year), () -> view("instrument-new", new NewPage(form, faults)));
    }

    @GetMapping("/instruments/{id:\\d+}/about")
    ModelAndView about(@PathVariable long id) {
        var edition = instruments.edition(id);
        return view("draft-about", new AboutPage(edition, edition.source(), edition.note(), Faults.NONE));
    }

    @PostMapping("/instruments/{id:\\d+}/about")
    ModelAndView about(@PathVariable long id, @RequestParam(defaultValue = "") String source, @RequestParam(defaultValue = "") String note, Actor actor, @ModelAttribute("frame") Frame frame) {
        var edition = instruments.edition(id);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            editing.about(actor, id, source.strip(), note.strip());
            return edition.path();
        }, () -> view("draft-about", new AboutPage(edition, source, note, faults)));
    }

    @GetMapping("/instruments/{id:\\d+}/dimensions/new")
    ModelAndView newDimension(@PathVariable long id) {
        return view("draft-dimension", new DimensionPage(instruments.edition(id), 0, new DimensionForm(0, "", ""), Faults.NONE));
    }

    @GetMapping("/instruments/dimensions/{id:\\d+}")
    ModelAndView dimension(@PathVariable long id) {
        var edition = instruments.edition(editing.ofDimension(id));
        var dimension = edition.dimensions().stream().filter(d -> d.id() == id).findFirst().orElseThrow();
        var weight = dimension.weight() == null ? "" : dimension.weight().stripTrailingZeros().toPlainString();
        return view("draft-dimension", new DimensionPage(edition, id, new DimensionForm(editing.version("instrument_dimension", id), dimension.name(), weight), Faults.NONE));
    }

    @PostMapping("/instruments/{id:\\d+}/dimensions")
    ModelAndView addDimension(@PathVariable long id, DimensionForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        return dimension(instruments.edition(id), 0, form, actor, frame);
    }

    @PostMapping("/instruments/dimensions/{id:\\d+}")
    ModelAndView changeDimension(@PathVariable long id, DimensionForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        return dimension(instruments.edition(editing.ofDimension(id)), id, form, actor, frame);
    }

    private ModelAndView dimension(Edition edition, long id, DimensionForm form, Actor actor, Frame frame) {
        var faults = new Faults(frame.words());
        if (form.name().isEmpty()) faults.add("name", InstrumentRefusal.NAME_MISSING.key());
        var weight = DraftForms.weight(form.weight(), false, faults);
        return Sent.answer(faults, () -> {
            if (id == 0) editing.addDimension(actor, edition.id(), form.name(), weight);
            else editing.changeDimension(actor, id, form.version(), form.name(), weight);
            return edition.path();
        }, () -> view("draft-dimension", new DimensionPage(edition, id, form, faults)));
    }

    @PostMapping("/instruments/dimensions/{id:\\d+}/removal")
    String removeDimension(@PathVariable long id, Actor actor) {
        long edition = editing.ofDimension(id);
        editing.removeDimension(actor, id);
        return "redirect:/instruments/" + edition;
    }

    @GetMapping("/instruments/{id:\\d+}/items/new")
    ModelAndView newItem(@PathVariable long id, @RequestParam(defaultValue = "0") long dimension) {
        var edition = instruments.edition(id);
        long chosen = dimension == 0 && !edition.dimensions().isEmpty() ? edition.dimensions().getFirst().id() : dimension;
        return view("draft-item", new ItemPage(edition, 0, new ItemForm(0, chosen, "", "", "", "", "points", "5", "10", "none", ""), Faults.NONE));
    }

    @GetMapping("/instruments/items/{id:\\d+}")
    ModelAndView item(@PathVariable long id) {
        var edition = instruments.edition(editing.ofItem(id));
        var dimension = edition.dimensions().stream().filter(d -> d.items().stream().anyMatch(i -> i.id() == id)).findFirst().orElseThrow(() -> new OutOfReach("item " + id));
        var item = dimension.items().stream().filter(i -> i.id() == id).findFirst().orElseThrow();
        return view("draft-item", new ItemPage(edition, id, ItemForm.of(item, editing.version("instrument_item", id), dimension.id(), 1 + dimension.items().indexOf(item)), Faults.NONE));
    }

    @PostMapping("/instruments/{id:\\d+}/items")
    ModelAndView addItem(@PathVariable long id, ItemForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        return item(instruments.edition(id), 0, form, actor, frame);
    }

    @PostMapping("/instruments/items/{id:\\d+}")
    ModelAndView changeItem(@PathVariable long id, ItemForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        return item(instruments.edition(editing.ofItem(id)), id, form, actor, frame);
    }

    private ModelAndView item(Edition edition, long id, ItemForm form, Actor actor, Frame frame) {
        var faults = new Faults(frame.words());
        var said = form.read(faults);
        return Sent.answer(faults, () -> {
            if (id == 0) editing.addItem(actor, edition.id(), form.dimension(), form.index(), said);
            else editing.changeItem(actor, id, form.version(), form.dimension(), form.index(), said);
            return edition.path() + "#d-" + form.dimension();
        }, () -> view("draft-item", new ItemPage(edition, id, form, faults)));
    }

    @PostMapping("/instruments/items/{id:\\d+}/removal")
    String removeItem(@PathVariable long id, Actor actor) {
        long edition = editing.ofItem(id);
        editing.removeItem(actor, id);
        return "redirect:/instruments/" + edition;
    }

    @GetMapping("/instruments/{id:\\d+}/levels")
    ModelAndView levels(@PathVariable long id) {
        var edition = instruments.edition(id);
        return view("draft-levels", new LevelsPage(edition, LevelsForm.of(edition), Faults.NONE));
    }

    @PostMapping("/instruments/{id:\\d+}/levels")
    ModelAndView levels(@PathVariable long id, @RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var edition = instruments.edition(id);
        var faults = new Faults(frame.words());
        var form = LevelsForm.of(sent);
        var levels = form.read(faults);
        return Sent.answer(faults, () -> {
            editing.level(actor, id, levels);
            return edition.path();
        }, () -> view("draft-levels", new LevelsPage(edition, form, faults)));
    }
}
