package khabuan;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The house. {@link Shell} is its command line; docs/architecture.md is its plan. */
@SpringBootApplication
public class Khabuan {

    public static void main(String[] arguments) {
        System.exit(Shell.run(arguments));
    }
}
