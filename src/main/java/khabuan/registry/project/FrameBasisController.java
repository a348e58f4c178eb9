package khabuan.registry.project;

import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.place.Level;
import khabuan.base.place.Places;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The records that stand behind a region's frame of matching subsidies, so that the figures of the official table explain themselves. */
@Controller
@Needs(value = Right.READ, room = "project")
class FrameBasisController {

    private final Budget budget;
    private final SubsidyBasis basis;
    private final Places places;

    FrameBasisController(Budget budget, SubsidyBasis basis, Places places) {
        this.budget = budget;
        this.basis = basis;
        this.places = places;
    }

    @GetMapping("/budget/frames/{id:\\d+}/basis")
    ModelAndView basis(@PathVariable long id, Actor actor) {
        var frame = budget.at(id);
        if (!Committees.isOf(actor, frame.office()) || !frame.programme().equals(MoneyTables.WELFARE)) throw new OutOfReach("basis of frame " + id);
        var office = places.find(Level.REGION, frame.office()).orElseThrow();
        return new ModelAndView("project/basis", "page", new BudgetPages.BasisPage(frame.budgetYear(), office, basis.of(frame, budget.today())));
    }
}
