package khabuan.base.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import khabuan.base.access.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The names of the demonstration")
class DemonstrationNamesTest {

    @Test
    @DisplayName("are there for each role, with the password to try")
    void eachRole() {
        var names = new DemonstrationNames().all();
        assertThat(names).extracting(SignInPage.Known::role).containsAll(Arrays.stream(Role.values()).filter(r -> r != Role.PUBLIC).map(Role::name).toList());
        assertThat(names).allSatisfy(n -> assertThat(n.password()).hasSizeGreaterThanOrEqualTo(10));
    }
}
