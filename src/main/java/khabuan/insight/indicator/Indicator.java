package khabuan.insight.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;

/** An indicator (KPI) of an agreement.
 *  @param headingId the work item under which it stands; null for none
 *  @param partOf the indicator whose total it is a part of; null for none
 *  @param code the same in all years: "COUNCIL-NEW"
 *  @param number as printed before its title: "4.1(1)"
 *  @param criteria what counts, and when
 *  @param unit what is counted, in a word: "ครัวเรือน"
 *  @param decimals with how many decimals its figures are written
 *  @param base of a SHARE, what the shares are of; else null
 *  @param opdc whether it is one of ก.พ.ร.
 *  @param passAt from where on it passes; null when it has no such bound
 *  @param passBy whether the result passes, or the percentage of the year's target
 *  @param measureCode of a MEASURE; of a SURVEY the code of its topic; else null
 *  @param inHandCode the measure of what is begun but not yet counted; null for none */
public record Indicator(long id, int fiscalYear, Long headingId, Long partOf, String code, String number, String title, String criteria, int position, Measuring measuring, String unit,
        int decimals, BigDecimal base, String owner, boolean opdc, BigDecimal passAt, PassBy passBy, Source source, String measureCode, String inHandCode, Links links, String remark) {

    /** What passes. */
    public enum PassBy { RESULT, PERCENT }

    /** What it serves. */
    public record Links(String sdg, String nationalStrategy, String ministryPlan) {}

    /** "4.1(1) การสนับสนุนการจัดตั้งสภาองค์กรชุมชนตำบล". */
    public String heading() {
        return number.isEmpty() ? title : number + " " + title;
    }

    public String path() {
        return "/agreements/" + fiscalYear + "/indicators/" + code;
    }

    /** A figure of it as it is written: "2,016.93". */
    public String write(BigDecimal figure) {
        if (figure == null) return "–";
        var format = NumberFormat.getNumberInstance(Locale.US);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(figure);
    }

    public boolean isEntered() {
        return source == Source.ENTERED && measuring.isCounted();
    }
}
