package khabuan.insight.outlook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import khabuan.base.forecast.Forecast;
import khabuan.base.text.Words;
import khabuan.insight.indicator.Indicator;

/** How an outlook is told in words. */
public final class OutlookWords {

    private OutlookWords() {}

    /** A foretold figure: whole, or with the decimals of its indicator. */
    public static String figure(Indicator indicator, double value) {
        return indicator.write(BigDecimal.valueOf(value));
    }

    /** "ระหว่าง 780–960". */
    public static String interval(Indicator indicator, Forecast forecast, Words words) {
        return words.t("outlook.between", figure(indicator, forecast.low()), figure(indicator, forecast.high()));
    }

    /** "72%"; never a hundred nor nothing unless it is sure. */
    public static String chance(double chance) {
        long percent = Math.round(chance * 100);
        if (chance < 1 && percent == 100) return ">99%";
        return chance > 0 && percent == 0 ? "<1%" : percent + "%";
    }

    /** What a forecast rests on, and how wrong such forecasts have been. */
    public static String rests(Outlook.Line line, Words words) {
        var forecast = line.forecast();
        if (line.pace() == null) return words.t("outlook.rests", forecast.years(), error(forecast.error()), words.t("outlook.way." + forecast.way()));
        return words.t(Double.isInfinite(line.pace().needed()) ? "outlook.rests-pace-over" : "outlook.rests-pace", percent(line.pace().soFar()), percent(line.pace().needed()));
    }

    private static String percent(double share) {
        return Double.isInfinite(share) ? "" : Math.round(share * 100) + "%";
    }

    /** "8.2%". */
    public static String error(double error) {
        return BigDecimal.valueOf(error * 100).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    /** The regions that will stay behind, with how much each will lack; "" when none has a target that it will miss. */
    public static String behind(Outlook.Line line, Words words) {
        List<Outlook.Region> behind = line.behind();
        return behind.stream().limit(3).map(r -> words.t("outlook.lacks", r.name(), figure(line.indicator(), r.missing()))).collect(Collectors.joining(" · "));
    }
}
