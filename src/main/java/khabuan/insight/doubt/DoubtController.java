package khabuan.insight.doubt;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import khabuan.base.record.Changes;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The figures that look wrong in one's places, and the answers to them. */
@Controller
@Needs(Right.READ)
class DoubtController {

    private final Doubts doubts;
    private final Places places;
    private final Reach reach;
    private final Changes changes;
    private final JdbcClient jdbc;

    DoubtController(Doubts doubts, Places places, Reach reach, Changes changes, JdbcClient jdbc) {
        this.doubts = doubts;
        this.places = places;
        this.reach = reach;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    /** An answer as typed, and which doubt it is for. */
    public record AnswerForm(String kind, String measure, String level, String place, String words) {}

    @GetMapping("/doubts")
    ModelAndView list(Actor actor) {
        return page(actor, Faults.NONE, HttpStatus.OK);
    }

    private ModelAndView page(Actor actor, Faults faults, HttpStatus status) {
        var scope = reach.of(actor);
        var all = answered(doubts.within(scope));
        return new ModelAndView("doubt/list", Map.of("page", new DoubtsPage(scope, doubts.today(), all.stream().filter(d -> d.answer() == null).toList(),
                all.stream().filter(d -> d.answer() != null).toList(), actor.may(Right.RECORD), faults)), status);
    }

    private List<Doubt> answered(List<Doubt> found) {
        var answers = new HashMap<String, Doubt.Answer>();
        jdbc.sql("select kind || ' ' || measure_code || ' ' || level || ' ' || place_code || ' ' || said, words, author, answered_on from doubt_answer")
                .query(r -> { answers.put(r.getString(1), new Doubt.Answer(r.getString(2), r.getString(3), r.getObject(4, LocalDate.class))); });
        return found.stream().map(d -> d.answered(answers.get(d.kind() + " " + d.measure() + " " + d.place().level().word() + " " + d.place().code() + " " + d.said()))).toList();
    }

    @PostMapping("/doubts/answers")
    @Needs(Right.RECORD)
    ModelAndView answer(AnswerForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var place = place(form, actor);
        if (form.words() == null || form.words().isBlank()) return page(actor, new Faults(frame.words()).add("", "doubt.words-missing"), HttpStatus.UNPROCESSABLE_CONTENT);
        var doubt = doubts.within(place).stream().filter(d -> d.place().equals(place) && d.kind().name().equals(form.kind()) && d.measure().equals(form.measure())).findFirst();
        if (doubt.isEmpty()) return page(actor, new Faults(frame.words()).add("", "doubt.gone"), HttpStatus.UNPROCESSABLE_CONTENT);
        changes.make(actor.author(), "doubt.answer", form.words().strip(), () -> write(doubt.get(), form.words().strip(), actor));
        return new ModelAndView("redirect:/doubts");
    }

    private Place place(AnswerForm form, Actor actor) {
        return Optional.ofNullable(form.level()).filter(l -> l.equals("region") || l.equals("province")).flatMap(l -> places.find(Level.of(l), form.place()))
                .filter(p -> places.tree().contains(reach.of(actor), p)).orElseThrow(() -> new OutOfReach("doubt of " + form.level() + " " + form.place()));
    }

    private void write(Doubt doubt, String words, Actor actor) {
        jdbc.sql("""
                insert into doubt_answer (kind, measure_code, level, place_code, said, words, author, answered_on) values (:kind, :measure, :level, :place, :said, :words, :author, :today)
                on conflict (kind, measure_code, level, place_code) do update set said = excluded.said, words = excluded.words, author = excluded.author, answered_on = excluded.answered_on""")
                .param("kind", doubt.kind().name()).param("measure", doubt.measure()).param("level", doubt.place().level().word()).param("place", doubt.place().code())
                .param("said", doubt.said()).param("words", words).param("author", actor.fullName()).param("today", doubts.today()).update();
    }
}
