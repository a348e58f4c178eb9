package khabuan.registry.project;

import java.util.List;
import khabuan.base.page.Pager;
import khabuan.registry.project.Disclosure.Line;

/** The public page of approvals and disbursements. @param since as it was typed */
public record DisclosurePage(Disclosure.Wish wish, String since, List<Integer> years, List<Choice> programmes, List<Choice> provinces, List<Line> lines, Pager pager, String csv) {

    public record Choice(String code, String title) {}
}
