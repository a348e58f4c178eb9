package khabuan;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.access.Needs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

@DisplayName("The house")
class HouseRulesTest {

    private static final Path MAIN = Path.of("src/main/java/khabuan");
    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        System.setProperty("spring.modulith.detection-strategy", "explicitly-annotated");
        classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("khabuan");
    }

    @Test
    @DisplayName("keeps its rooms: each uses only what its front door allows, and none stands in a circle")
    void roomsAreVerified() {
        ApplicationModules.of(Khabuan.class).verify();
    }

    @Test
    @DisplayName("has no circle between packages, at any depth")
    void noCircles() {
        slices().matching("khabuan.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    @DisplayName("has a front door on every package, which says what the room may use")
    void everyPackageHasAFrontDoor() {
        var folders = sources(MAIN, ".java").map(Path::getParent).filter(d -> !d.equals(MAIN)).distinct();
        assertThat(folders.filter(d -> !Files.exists(d.resolve("package-info.java")) || !text(d.resolve("package-info.java")).contains("allowedDependencies"))).isEmpty();
    }

    @Test
    @DisplayName("hands rows over one by one only in a method called each, which closes them: a stream that stays open keeps its connection for ever")
    void noRowsStayOpen() {
        assertThat(classes.stream().flatMap(c -> c.getMethodCallsFromSelf().stream())
                .filter(call -> call.getName().equals("stream") && call.getTargetOwner().getName().startsWith("org.springframework.jdbc.core.simple.JdbcClient") || call.getName().equals("queryForStream"))
                .filter(call -> !call.getOrigin().getName().equals("each")).map(call -> call.getDescription())).isEmpty();
    }

    @Test
    @DisplayName("lets arrows run down only: base knows no registry, registry no insight, insight no shell")
    void arrowsRunDown() {
        var floors = List.of("khabuan.base.", "khabuan.registry.", "khabuan.insight.", "khabuan.web.");
        var upward = new ArrayList<String>();
        for (JavaClass from : classes)
            from.getDirectDependenciesFromSelf().stream()
                    .filter(d -> floor(from, floors) >= 0 && floor(d.getTargetClass(), floors) > floor(from, floors)).forEach(d -> upward.add(d.getDescription()));
        assertThat(upward).isEmpty();
    }

    private static int floor(JavaClass c, List<String> floors) {
        for (int i = 0; i < floors.size(); i++) if (c.getName().startsWith(floors.get(i))) return i;
        return -1;
    }

    @Test
    @DisplayName("calls things by the field's words, not by the trade's: no Service, Impl, Manager, Helper, Util, DTO")
    void names() {
        var forbidden = Pattern.compile("(Service|Impl|Manager|Helper|Utils?|DTO|Dto)$|^Abstract");
        assertThat(classes.stream().map(JavaClass::getSimpleName).filter(n -> forbidden.matcher(n).find())).isEmpty();
    }

    @Test
    @DisplayName("names the right that each route needs")
    void everyRouteNamesItsRight() {
        var without = new ArrayList<String>();
        for (JavaClass c : classes) {
            if (!c.isMetaAnnotatedWith(Controller.class) || c.isAssignableTo(ErrorController.class)) continue;
            var type = c.reflect();
            for (var method : type.getDeclaredMethods())
                if (AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class) && !AnnotatedElementUtils.hasAnnotation(method, Needs.class)
                        && !AnnotatedElementUtils.hasAnnotation(type, Needs.class)) without.add(type.getSimpleName() + "." + method.getName());
        }
        assertThat(without).isEmpty();
    }

    @Test
    @DisplayName("speaks Thai and English: every message stands in both, with the same places to fill")
    void messagesStandInBothLanguages() {
        var thai = messages("th");
        var english = messages("en");
        assertThat(thai.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        var places = Pattern.compile("\\{(\\d)}");
        for (var key : thai.stringPropertyNames())
            assertThat(found(places, thai.getProperty(key))).as(key).isEqualTo(found(places, english.getProperty(key)));
    }

    @Test
    @DisplayName("has a message for every key that a template asks for by name")
    void templatesFindTheirMessages() {
        var keys = messages("th").stringPropertyNames();
        var asked = Pattern.compile("\\bt\\(\"([a-z][\\w.-]*\\w)\"[,)]");
        var missing = new HashSet<String>();
        sources(Path.of("src/main/jte"), ".jte").forEach(template ->
                found(asked, text(template)).stream().filter(k -> !keys.contains(k)).forEach(k -> missing.add(template + ": " + k)));
        assertThat(missing).isEmpty();
    }

    private static Properties messages(String language) {
        var all = new Properties();
        sources(Path.of("src/main/resources/i18n"), "_" + language + ".properties").forEach(bundle -> {
            try (var reader = Files.newBufferedReader(bundle)) {
                all.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return all;
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toSet());
    }

    @Test
    @DisplayName("has no file that tells two stories: no class is longer than 300 lines")
    void shortFiles() {
        assertThat(sources(MAIN, ".java").filter(f -> text(f).lines().count() > 300).map(f -> f + ": " + text(f).lines().count())).isEmpty();
    }

    @Test
    @DisplayName("names no path of a machine and reads nothing that lies beside it")
    void namesNoMachine() {
        var forbidden = Pattern.compile("[/]work/|[/]tmp/wt|[.][.]/shared|[.]library|farm[-]studio");
        var ours = Stream.of("src", "docs", "README.md", "NOTICE", "pom.xml", "khabuan").map(Path::of).filter(Files::exists)
                .flatMap(start -> sources(start, "")).filter(f -> f.toString().matches(".*\\.(java|jte|md|sql|xml|properties|js|css|csv)|khabuan|NOTICE"));
        assertThat(ours.filter(f -> !f.endsWith("HouseRulesTest.java") && forbidden.matcher(text(f)).find())).isEmpty();
    }

    private static Stream<Path> sources(Path start, String ending) {
        try (var files = Files.walk(start)) {
            return files.filter(Files::isRegularFile).filter(f -> f.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
