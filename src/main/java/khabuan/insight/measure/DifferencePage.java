package khabuan.insight.measure;

import java.time.LocalDate;
import khabuan.base.record.Measure;

/** What moved a figure between an earlier day and that of the request.
 *  @param sinceKnownOn as the earlier figure was known at the end of this day; null for now */
public record DifferencePage(Measure measure, FigureRequest request, LocalDate since, LocalDate sinceKnownOn, Difference.Explained explained) {}
