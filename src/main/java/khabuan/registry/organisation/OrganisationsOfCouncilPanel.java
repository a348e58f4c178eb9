package khabuan.registry.organisation;

import java.util.List;

/** The member organisations of a council, in short. @param total of which the rows are the first */
public record OrganisationsOfCouncilPanel(List<Row> rows, long total) {

    public record Row(long id, String name, String kind) {}
}
