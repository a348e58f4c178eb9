package khabuan.registry.welfare;

import khabuan.base.page.Faults;

/** What the pages of members' data show. */
public final class MemberDataPages {

    private MemberDataPages() {}

    /** All that is held of a member, for that member. @param back where the page was come from; @param own whether the member reads it, by the own link */
    public record CopyPage(Fund fund, String back, boolean own, MemberData.Copy copy) {}

    /** The form by which a list of members is taken out. */
    public record ExportPage(Fund fund, ExportForm form, Faults faults) {}

    public record ExportForm(String purpose, String from, String until) {

        public ExportForm {
            purpose = FundPages.filled(purpose);
            from = FundPages.filled(from);
            until = FundPages.filled(until);
        }
    }
}
