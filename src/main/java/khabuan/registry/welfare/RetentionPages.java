package khabuan.registry.welfare;

import java.util.List;
import khabuan.base.page.Faults;

/** What the pages of retention show. */
public final class RetentionPages {

    private RetentionPages() {}

    /** Former members of a fund whose data has passed its time. */
    public record FundPage(Fund fund, int years, List<Retention.Former> passed, int forgotten, Faults faults) {}

    /** The setting. */
    public record SettingPage(List<Retention.Setting> settings, SettingForm form, Faults faults) {}

    public record SettingForm(String fromDate, String years, String reason) {

        public SettingForm {
            fromDate = FundPages.filled(fromDate);
            years = FundPages.filled(years);
            reason = FundPages.filled(reason);
        }
    }
}
