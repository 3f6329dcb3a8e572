package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Role;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The people of the demonstration. */
@Tag("one-database")
@DemoApplication
class DemoAccountsIntegrationTests {

    @Autowired
    IdentityService identity;

    @Autowired
    Directory directory;

    /** A role and a name stand side by side on many pages. */
    @Test
    void areCalledAsPeopleAreAndNotAsTheirRolesOrOrganisations() {
        var people = identity.createUserQuery().userEmailLike("%@demo.invalid").list();
        var names = people.stream().map(User::getFirstName).toList();

        assertThat(names).hasSizeGreaterThan(50).doesNotHaveDuplicates().allSatisfy(name -> assertThat(name)
                .matches("[A-Z][a-z]+ [A-Z][a-z]+")
                .doesNotContainIgnoringCase(Stream.concat(
                                Stream.of(Role.values()).map(Role::label),
                                directory.all().stream().map(organisation -> organisation.name()))
                        .toArray(String[]::new)));
    }
}
