package khabuan.cast;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Instant;
import khabuan.Khabuan;
import khabuan.base.calendar.ThaiDate;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;

/** A test in the whole house, on a real PostgreSQL of its own, on 2 September 2562. All such tests share one house; each makes the places and people it needs.
 *  The web side really listens, for browsers ({@code @LocalServerPort}); {@code MockMvc} is there for the rest. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Khabuan.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "khabuan.forethought=false")
@AutoConfigureMockMvc
@Import({World.Time.class, Cast.class, People.class})
@ContextConfiguration(initializers = FreshHome.class)
public @interface World {

    @TestConfiguration
    class Time {
        @Bean
        @Primary
        Clock secondOfSeptember() {
            return Clock.fixed(Instant.parse("2019-09-02T03:00:00Z"), ThaiDate.ZONE);
        }
    }
}
