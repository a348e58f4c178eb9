package khabuan.registry.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The bodies that consider a project, in the order in which a programme may ask for them. The last one that a programme asks for approves. */
public enum Body {
    /** The secretariat's team that screens (ทีมกลั่นกรอง). */
    SCREENING(Project.State.SCREENED),
    /** คณะทำงานพิจารณาโครงการ. */
    WORKING_GROUP(Project.State.CONSIDERED),
    /** คณะอนุกรรมการระดับภาค. */
    REGIONAL_SUBCOMMITTEE(Project.State.CONSIDERED),
    /** คณะกรรมการสถาบัน. */
    BOARD(Project.State.CONSIDERED);

    /** What a project is once this body, not being the last, has consented. */
    final Project.State consented;

    Body(Project.State consented) {
        this.consented = consented;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Body> of(String word) {
        return Arrays.stream(values()).filter(b -> b.word().equals(word)).findFirst();
    }
}
