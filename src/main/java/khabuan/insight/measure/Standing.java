package khabuan.insight.measure;

/** Where a record counts and as what. @param clazz "" for none @param value what it adds: one, or what the measure sums */
record Standing(String unitCode, String clazz, long value) {}
