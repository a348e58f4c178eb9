package khabuan.cast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import khabuan.Khabuan;
import khabuan.base.calendar.ThaiDate;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** A test in the whole house, on a real PostgreSQL of its own, on 2 September 2562. All such tests share one house; each makes the places and people it needs. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Khabuan.class)
@AutoConfigureMockMvc
@Import({World.Time.class, Cast.class})
@ContextConfiguration(initializers = World.NewHome.class)
public @interface World {

    class NewHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                var home = Files.createTempDirectory("khabuan-test");
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("home", Map.of("khabuan.home", home.toString(), "khabuan.database-url", "")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @TestConfiguration
    class Time {
        @Bean
        @Primary
        Clock secondOfSeptember() {
            return Clock.fixed(Instant.parse("2019-09-02T03:00:00Z"), ThaiDate.ZONE);
        }
    }
}
