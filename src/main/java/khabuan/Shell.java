package khabuan;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.NoSuchElementException;
import khabuan.base.account.UserCommand;
import khabuan.base.audit.LogCommand;
import khabuan.base.certificate.LettersCommand;
import khabuan.base.intake.ImportCommand;
import khabuan.base.intake.TemplateCommand;
import khabuan.base.reconciliation.ReconcileCommand;
import khabuan.base.store.House;
import khabuan.base.store.Refused;
import khabuan.bench.BenchCommand;
import khabuan.insight.measure.MeasureCommand;
import khabuan.insight.report.ReportCommand;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line: each room brings its commands; they open the house without its web side for as long as they take. */
@Command(name = "khabuan", description = "Khabuan (ขบวน): the information system of community development.", mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND", footer = {"", "./khabuan test runs all tests."}, version = "Khabuan 1.0")
final class Shell implements Runnable {

    private static final List<Class<?>> COMMANDS = List.of(
            RunCommand.class,
            DemoCommand.class,
            ImportCommand.class,
            TemplateCommand.class,
            ReconcileCommand.class,
            BenchCommand.class,
            MeasureCommand.class,
            ReportCommand.class,
            UserCommand.class,
            LogCommand.class,
            LettersCommand.class);

    @Spec
    CommandSpec spec;

    static int run(String... arguments) {
        System.setProperty("java.awt.headless", "true");
        try (var house = new OpenedHouse()) {
            var line = new CommandLine(new Shell(), house);
            COMMANDS.forEach(line::addSubcommand);
            line.setExecutionExceptionHandler((e, l, parsed) -> tell(e, l));
            return line.execute(arguments);
        }
    }

    /** One sentence for what the person at the terminal can mend; the trace for what only we can. */
    private static int tell(Exception e, CommandLine line) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                line.getErr().println("Port " + taken.getPort() + " is taken: stop what uses it, or set KHABUAN_PORT to another.");
                return 2;
            }
            if (cause instanceof Refused || cause instanceof IllegalArgumentException || cause instanceof NoSuchElementException) {
                line.getErr().println(cause.getMessage());
                return 2;
            }
        }
        e.printStackTrace(line.getErr());
        return 1;
    }

    /** Nothing was asked for: what can be. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do.");
    }

    static final class OpenedHouse implements House, CommandLine.IFactory, AutoCloseable {

        private ConfigurableApplicationContext context;

        @Override
        public <T> T get(Class<T> type) {
            if (context == null) context = new SpringApplicationBuilder(Khabuan.class).web(WebApplicationType.NONE).lazyInitialization(true).logStartupInfo(false).run();
            return context.getBean(type);
        }

        /** A command takes the house, or nothing. */
        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == House.class) {
                    constructor.setAccessible(true);
                    return type.cast(constructor.newInstance(this));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }

        @Override
        public void close() {
            if (context != null) context.close();
        }
    }
}
