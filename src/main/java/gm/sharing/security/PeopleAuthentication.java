package gm.sharing.security;

import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Signs people in with their name and password; their groups become their authorities. */
@Component
class PeopleAuthentication implements AuthenticationProvider {

    private final People people;
    private final SignInSettings settings;
    private final String administrator;

    /**
     * @param administrator whom the configuration names: with a password even where nobody else has one
     */
    PeopleAuthentication(
            People people, SignInSettings settings, @Value("${sharing.admin.user:}") String administrator) {
        this.people = people;
        this.settings = settings;
        this.administrator = administrator;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        if (!(attempt.getCredentials() instanceof String password)
                || !(settings.local() || attempt.getName().equals(administrator))
                || !matches(attempt.getName(), password)) {
            throw new BadCredentialsException("The name or the password is wrong");
        }
        Person person = people.find(attempt.getName()).orElseThrow(() -> refusal(attempt.getName()));
        return UsernamePasswordAuthenticationToken.authenticated(
                person.id(), null, AuthorityUtils.createAuthorityList(person.groups()));
    }

    /** Only whoever gave the right password learns that the account is disabled. */
    private AuthenticationException refusal(String name) {
        return people.isDisabled(name)
                ? new DisabledException("The account is disabled")
                : new BadCredentialsException("The name or the password is wrong");
    }

    private boolean matches(String name, String password) {
        try {
            return people.passwordMatches(name, password);
        } catch (TooManyAttempts early) {
            throw new LockedException(early.getMessage(), early);
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
