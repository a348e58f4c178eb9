package khabuan.base.duplicate;

/** A pair as a list shows it. @param unit of the first, with its place; @param otherUnit of the second; "" when it is the same */
public record PairLine(Pair pair, String firstName, String firstCode, String secondName, String secondCode, String unit, String otherUnit, String province) {}
