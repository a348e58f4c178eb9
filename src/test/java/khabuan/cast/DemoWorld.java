package khabuan.cast;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import khabuan.Khabuan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test in the whole house on the simulated records at national scale, on 2 September 2562. All such tests of a run share one house, so what one
 *  of them writes the others see; the next run begins anew. The records are made once for each state of what makes them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Khabuan.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"khabuan.first-scan=false", "khabuan.forethought=false"})
@AutoConfigureMockMvc
@Import({World.Time.class, Cast.class, People.class})
@ContextConfiguration(initializers = DemoHome.class)
public @interface DemoWorld {}
