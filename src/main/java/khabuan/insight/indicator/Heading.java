package khabuan.insight.indicator;

/** A strategy, plan or work item of an agreement.
 *  @param parentId null at the top
 *  @param number as printed before its title: "4.1"; "" for none */
public record Heading(long id, Long parentId, Kind kind, String number, String title, int position) {

    /** What it is, from the top down. */
    public enum Kind { STRATEGY, PLAN, WORK }

    /** "4.1 การสนับสนุนการจัดตั้งและพัฒนากิจการของสภาองค์กรชุมชนตำบล". */
    public String line() {
        return number.isEmpty() ? title : number + " " + title;
    }
}
