package khabuan.base.intake;

import java.util.Optional;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;

/** A kind of file that a room takes in: a bean, either a {@link RowIntake} or a {@link FileIntake}. Its name stands under intake.kind.WORD. */
public interface IntakeKind {

    /** The word on the command line and in addresses: "organisations". */
    String word();

    /** The room whose records they are. */
    String room();

    /** The right that a person needs beside {@link Right#IMPORT}. */
    default Right needs() {
        return Right.IMPORT;
    }

    /** Whether its files hold numbers by which persons are known: then a file is not kept once it was taken in, nor for more than a day before. */
    default boolean isPersonal() {
        return false;
    }

    /** Whether it reads what people tell beside the file, {@link Order.Told}. */
    default boolean readsTold() {
        return false;
    }

    /** Why no such file can be taken in this house at all: the key of a message; empty when it can. */
    default Optional<String> closed() {
        return Optional.empty();
    }

    /** Whether the actor may bring such a file; the person at the terminal of the server may bring all. */
    default boolean isOpenTo(Actor actor) {
        return actor.equals(Actor.commandLine()) || actor.may(Right.IMPORT) && actor.may(needs()) && actor.mayEnter(room());
    }
}
