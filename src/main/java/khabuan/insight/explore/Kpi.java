package khabuan.insight.explore;

/** An indicator that can be chosen; it is the same in all years by its code.
 *  @param heading as its newest year prints it: "4.1(1) การสนับสนุนการจัดตั้งสภาองค์กรชุมชนตำบล"
 *  @param work the work item under which it stands there; "" for none
 *  @param measureCode the measure that it is counted from; null when it is not */
public record Kpi(String code, String heading, String work, String measureCode) {

    /** What stands before its code in an address, where it stands among the codes of measures. */
    static final String PREFIX = "kpi:";

    public String value() {
        return PREFIX + code;
    }
}
