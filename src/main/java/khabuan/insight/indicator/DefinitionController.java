package khabuan.insight.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.base.record.Measure;
import khabuan.insight.indicator.AgreementPages.FormPage;
import khabuan.insight.measure.Measures;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The form by which an indicator is defined. */
@Controller
@Needs(Right.REPORT)
class DefinitionController {

    private final Agreements agreements;
    private final Agreeing agreeing;
    private final Measures measures;
    private final Surveys surveys;

    DefinitionController(Agreements agreements, Agreeing agreeing, Measures measures, Surveys surveys) {
        this.agreements = agreements;
        this.agreeing = agreeing;
        this.measures = measures;
        this.surveys = surveys;
    }

    /** @param like the code of an indicator of the year before, as which this one begins; "" to begin anew */
    @GetMapping("/agreements/{year:\\d+}/definitions/new")
    ModelAndView begin(@PathVariable int year, @RequestParam(defaultValue = "") String like, @ModelAttribute("frame") Frame frame) {
        return page(year, null, like.isBlank() ? Map.of("measuring", "COUNT", "source", "ENTERED", "decimals", "0", "passBy", "RESULT") : like(year, agreements.find(year - 1, like)), Faults.NONE, frame);
    }

    /** The form of an indicator of the year before, in the tree of this year. */
    private Map<String, String> like(int year, Indicator earlier) {
        var form = form(earlier);
        form.put("heading", agreements.headings(year - 1).stream().filter(h -> Objects.equals(h.id(), earlier.headingId())).findFirst()
                .flatMap(h -> agreements.headings(year).stream().filter(now -> now.line().equals(h.line())).findFirst()).map(now -> Long.toString(now.id())).orElse(""));
        form.put("partOf", agreements.indicators(year - 1).stream().filter(i -> Objects.equals(i.id(), earlier.partOf())).findFirst()
                .flatMap(i -> agreements.indicators(year).stream().filter(now -> now.code().equals(i.code())).findFirst()).map(now -> Long.toString(now.id())).orElse(""));
        return form;
    }

    @GetMapping("/agreements/{year:\\d+}/definitions/{code}")
    ModelAndView open(@PathVariable int year, @PathVariable String code, @ModelAttribute("frame") Frame frame) {
        var indicator = agreements.find(year, code);
        return page(year, indicator.id(), form(indicator), Faults.NONE, frame);
    }

    private static Map<String, String> form(Indicator i) {
        var form = new HashMap<String, String>();
        form.put("heading", i.headingId() == null ? "" : i.headingId().toString());
        form.put("partOf", i.partOf() == null ? "" : i.partOf().toString());
        form.put("code", i.code());
        form.put("number", i.number());
        form.put("title", i.title());
        form.put("criteria", i.criteria());
        form.put("position", Integer.toString(i.position()));
        form.put("measuring", i.measuring().name());
        form.put("unit", i.unit());
        form.put("decimals", Integer.toString(i.decimals()));
        form.put("base", plain(i.base()));
        form.put("owner", i.owner());
        if (i.opdc()) form.put("opdc", "true");
        form.put("passAt", plain(i.passAt()));
        form.put("passBy", i.passBy().name());
        form.put("source", i.source().name());
        form.put("measureCode", i.measureCode() == null ? "" : i.measureCode());
        form.put("inHandCode", i.inHandCode() == null ? "" : i.inHandCode());
        form.put("sdg", i.links().sdg());
        form.put("nationalStrategy", i.links().nationalStrategy());
        form.put("ministryPlan", i.links().ministryPlan());
        form.put("remark", i.remark());
        return form;
    }

    private static String plain(BigDecimal amount) {
        return amount == null ? "" : amount.stripTrailingZeros().toPlainString();
    }

    private ModelAndView page(int year, Long id, Map<String, String> form, Faults faults, Frame frame) {
        var agreement = agreements.demand(year);
        var indicators = agreements.indicators(year);
        var none = new Choice("", "–");
        var headings = new ArrayList<>(List.of(none));
        agreements.headings(year).forEach(h -> headings.add(new Choice(Long.toString(h.id()), h.line())));
        var totals = new ArrayList<>(List.of(none));
        indicators.stream().filter(i -> i.source() == Source.SUM && (id == null || i.id() != id)).forEach(i -> totals.add(new Choice(Long.toString(i.id()), i.heading())));
        var flows = measures(Measure.Period.FLOW, frame);
        var stocks = measures(Measure.Period.STOCK, frame);
        var found = surveys.topics().stream().map(t -> new Choice(t.code(), Surveys.name(t, frame.words()))).toList();
        return new ModelAndView("indicator/form", Map.of("page", new FormPage(agreement, id, form, id == null ? earlier(year, indicators) : List.of(), headings, totals, flows, stocks, found,
                used(indicators, Indicator::unit), used(indicators, Indicator::owner), faults)));
    }

    private List<Choice> measures(Measure.Period period, Frame frame) {
        return measures.all().stream().filter(m -> m.period() == period).map(m -> new Choice(m.code(), frame.t("measure." + m.code() + ".name"))).toList();
    }

    /** The indicators of the year before that this year has not: each may be begun from. */
    private List<Choice> earlier(int year, List<Indicator> indicators) {
        var taken = indicators.stream().map(Indicator::code).toList();
        return agreements.indicators(year - 1).stream().filter(i -> !taken.contains(i.code())).map(i -> new Choice(i.code(), i.heading())).toList();
    }

    private static List<String> used(List<Indicator> indicators, Function<Indicator, String> what) {
        return indicators.stream().map(what).filter(w -> !w.isBlank()).distinct().toList();
    }

    @PostMapping("/agreements/{year:\\d+}/definitions")
    ModelAndView keep(@PathVariable int year, @RequestParam Map<String, String> form, Actor actor, @ModelAttribute("frame") Frame frame) {
        agreements.demand(year);
        var faults = new Faults(frame.words());
        var id = number(form, "id");
        var indicator = read(year, id == null ? 0 : id, form, faults);
        return Sent.answer(faults, () -> {
            agreeing.keep(indicator, actor);
            return indicator.path();
        }, () -> page(year, id, form, faults, frame));
    }

    private static Indicator read(int year, long id, Map<String, String> form, Faults faults) {
        var measuring = word(Measuring.class, form, "measuring", Measuring.COUNT);
        var source = measuring.isCounted() ? word(Source.class, form, "source", Source.ENTERED) : Source.ENTERED;
        var position = faults.whole("position", text(form, "position"), "indicator.refusal.position-unreadable");
        var decimals = faults.whole("decimals", text(form, "decimals"), "indicator.refusal.decimals-unreadable");
        if (decimals != null && decimals > 4) faults.add("decimals", "indicator.refusal.decimals-unreadable");
        return new Indicator(id, year, number(form, "heading"), number(form, "partOf"), text(form, "code"), text(form, "number"), text(form, "title"), text(form, "criteria"), position == null ? 9_000 : position, measuring,
                text(form, "unit"), decimals == null ? 0 : decimals, measuring == Measuring.SHARE ? Amounts.read(faults, "base", text(form, "base")) : null, text(form, "owner"), form.containsKey("opdc"),
                Amounts.read(faults, "passAt", text(form, "passAt")), word(Indicator.PassBy.class, form, "passBy", Indicator.PassBy.RESULT), source, source == Source.MEASURE || source == Source.SURVEY ? orNull(text(form, "measureCode")) : null,
                orNull(text(form, "inHandCode")), new Indicator.Links(text(form, "sdg"), text(form, "nationalStrategy"), text(form, "ministryPlan")), text(form, "remark"));
    }

    private static String text(Map<String, String> form, String field) {
        return form.getOrDefault(field, "").strip();
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Long number(Map<String, String> form, String field) {
        String text = text(form, field);
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static <E extends Enum<E>> E word(Class<E> of, Map<String, String> form, String field, E otherwise) {
        for (var constant : of.getEnumConstants()) if (constant.name().equals(text(form, field))) return constant;
        return otherwise;
    }
}
