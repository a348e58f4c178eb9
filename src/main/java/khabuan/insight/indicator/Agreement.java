package khabuan.insight.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The performance agreement (คำรับรองการปฏิบัติงาน) of a fiscal year.
 *  @param redBelow a percentage below this is red; @param greenAbove one above this is green; both bounds are yellow
 *  @param signedOn null while its targets may still be rewritten */
public record Agreement(int fiscalYear, BigDecimal redBelow, BigDecimal greenAbove, LocalDate signedOn) {

    /** The colour of a percentage. @param percent null for none */
    public Light light(BigDecimal percent) {
        if (percent == null) return Light.NONE;
        if (percent.compareTo(redBelow) < 0) return Light.RED;
        return percent.compareTo(greenAbove) > 0 ? Light.GREEN : Light.YELLOW;
    }

    public boolean isSigned() {
        return signedOn != null;
    }

    public String path() {
        return "/agreements/" + fiscalYear;
    }
}
