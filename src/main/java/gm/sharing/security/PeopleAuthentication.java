package gm.sharing.security;

import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
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

    PeopleAuthentication(People people) {
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        if (!(attempt.getCredentials() instanceof String password) || !matches(attempt.getName(), password)) {
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
