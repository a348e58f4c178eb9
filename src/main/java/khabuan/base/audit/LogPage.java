package khabuan.base.audit;

import java.util.List;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Pager;

/** @param verification null unless the chain was verified just now */
public record LogPage(LogFilter filter, Faults faults, List<Choice> kinds, List<Log.Line> lines, Pager pager, Chain.Verification verification) {}
