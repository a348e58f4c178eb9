package khabuan.web;

import java.time.LocalDate;
import java.util.List;

/** @param asOf the day that the headlines stand at */
public record HomePage(LocalDate asOf, List<Headline> headlines) {

    /** @param path the page of the figure, with its records */
    public record Headline(String measure, long figure, String unit, String path) {}
}
