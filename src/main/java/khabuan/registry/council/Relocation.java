package khabuan.registry.council;

import khabuan.base.place.Companions;

/** What is said when a council's unit is corrected.
 *  @param companions what becomes of what stood in the old unit with it; null when nothing is said
 *  @param acrossProvince whether it was meant to go into another province */
record Relocation(Companions.Way companions, boolean acrossProvince) {}
