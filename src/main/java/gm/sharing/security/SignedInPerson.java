package gm.sharing.security;

import gm.sharing.organisation.ActingPerson;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Hands the signed-in {@link Person} to controllers that ask for one: as {@code Person} on pages for signed-in people,
 * as {@code Optional<Person>} on public pages. Read anew for each request, so that a role that was taken away is gone.
 */
@Component
class SignedInPerson implements HandlerMethodArgumentResolver {

    private final People people;

    SignedInPerson(People people) {
        this.people = people;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType() == Person.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Optional<Person> person = of(request.getUserPrincipal());
        return parameter.isOptional()
                ? person
                : person.orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }

    Optional<Person> of(@Nullable Principal principal) {
        return Optional.ofNullable(principal)
                .map(Principal::getName)
                .flatMap(people::find)
                .map(ActingPerson::is);
    }
}
