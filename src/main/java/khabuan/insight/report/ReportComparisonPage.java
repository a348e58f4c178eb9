package khabuan.insight.report;

import java.util.List;

/** @param other null for what is known now */
public record ReportComparisonPage(Report report, Report other, List<ReportComparison.Line> lines) {

    public boolean isSame() {
        return lines.stream().allMatch(l -> l.explained().isNone());
    }
}
