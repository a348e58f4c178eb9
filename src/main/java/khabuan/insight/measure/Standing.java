package khabuan.insight.measure;

/** Where a record counts and as what. @param clazz "" for none */
record Standing(String unitCode, String clazz) {}
