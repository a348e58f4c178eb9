package khabuan.insight.doubt;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.page.Faults;
import khabuan.base.place.Place;

/** @param open the doubts without an answer
 *  @param answered those with one */
public record DoubtsPage(Place place, LocalDate today, List<Doubt> open, List<Doubt> answered, boolean mayAnswer, Faults faults) {}
