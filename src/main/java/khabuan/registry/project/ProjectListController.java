package khabuan.registry.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.page.Frame;
import khabuan.base.page.NavigationEntry;
import khabuan.base.page.Pager;
import khabuan.base.place.Reach;
import khabuan.base.print.Format;
import khabuan.base.print.SheetWriter;
import khabuan.registry.project.ProjectPages.ListPage;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The list of projects: looked at, and taken away as a workbook. */
@Controller
@Needs(value = Right.READ, room = "project")
class ProjectListController {

    private static final int PAGE = 50;
    private final ProjectList list;
    private final Programmes programmes;
    private final Reach reach;

    ProjectListController(ProjectList list, Programmes programmes, Reach reach) {
        this.list = list;
        this.programmes = programmes;
        this.reach = reach;
    }

    @Bean
    static NavigationEntry projectsEntry() {
        return new NavigationEntry(37, "nav.projects", "/projects", Right.READ, "project", "/meetings", "/budget", "/advances", "/programmes");
    }

    @GetMapping("/projects")
    ModelAndView list(@RequestParam Map<String, String> address, @RequestParam(defaultValue = "1") int page, Actor actor) {
        var filter = ProjectFilter.read(address);
        var pager = new Pager(page, PAGE, list.count(filter, actor), filter.path());
        return new ModelAndView("project/list", Map.of("page", new ListPage(filter, list.page(filter, actor, PAGE, pager.offset()), pager, reach.choices(actor, filter.place()), programmes.all(), list.years(), actor.may(Right.RECORD))));
    }

    @GetMapping("/projects.xlsx")
    ResponseEntity<StreamingResponseBody> export(@RequestParam Map<String, String> address, Actor actor, @ModelAttribute("frame") Frame frame) {
        var columns = Stream.of("field.project.code", "field.project.title", "project.programme", "level.unit", "level.province", "field.project.state", "project.amount")
                .map(key -> new SheetWriter.Column(frame.t(key), key.endsWith(".title") ? 48 : 22)).toList();
        var rows = new ArrayList<List<?>>();
        list.each(ProjectFilter.read(address), actor, l -> rows.add(Arrays.asList(l.code(), l.title(), l.programme(frame.words()), l.unit(), l.province(), frame.t("project.state." + l.state().word()), l.amount().amount())));
        return ResponseEntity.ok().header("Content-Type", Format.XLSX.mediaType()).header("Content-Disposition", "attachment; filename=\"projects.xlsx\"")
                .body(out -> SheetWriter.write(out, frame.t("project.list"), columns, rows.iterator()));
    }
}
