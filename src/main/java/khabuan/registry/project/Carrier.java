package khabuan.registry.project;

/** Who carries a project out: a council, an organisation or a welfare fund, by its number; one of them at most. */
public record Carrier(Long council, Long organisation, Long fund) {

    static final Carrier NOBODY = new Carrier(null, null, null);
}
