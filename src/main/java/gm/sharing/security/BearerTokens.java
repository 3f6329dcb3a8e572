package gm.sharing.security;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import gm.sharing.organisation.Person;
import gm.sharing.wording.Words;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Lets programs in that come with a provider's token in the place of a password: one of a provider of the configuration, made
 * out to this service, not expired, of somebody who has an account here at this moment.
 */
@Component
class BearerTokens {

    private static final Words WORDS = Words.in("security/record");

    private final Providers providers;
    private final ProviderPeople people;
    private final SignInRecord record;
    private final AuthenticationEventPublisher events;

    BearerTokens(Providers providers, ProviderPeople people, SignInRecord record, AuthenticationEventPublisher events) {
        this.providers = providers;
        this.people = people;
        this.record = record;
        this.events = events;
    }

    /** Whether any provider has tokens for programs. */
    boolean areTaken() {
        return providers.all().stream().anyMatch(provider -> provider.settings().audience() != null);
    }

    AuthenticationManager manager() {
        ProviderManager manager = new ProviderManager(new Reader());
        manager.setAuthenticationEventPublisher(events);
        return manager;
    }

    private Authentication authenticate(Authentication attempt) {
        String token = ((BearerTokenAuthenticationToken) attempt).getToken();
        SignInProvider provider = providers.withIssuer(issuer(token)).orElseThrow(BearerTokens::refused);
        Jwt read = read(provider, token);
        if (read.getSubject() == null) {
            throw refused();
        }
        try {
            Person person = people.find(provider, read.getSubject(), read.getClaims());
            return new JwtAuthenticationToken(read, AuthorityUtils.createAuthorityList(person.groups()), person.id());
        } catch (NotLinked nobody) {
            record.refused(
                    nobody.account(),
                    WORDS.text(
                            "program-refused",
                            Map.of(
                                    "provider",
                                    provider.label(),
                                    "why",
                                    nobody.why().code())));
            throw refused();
        } catch (DataIntegrityViolationException inTheSameMoment) {
            // Somebody else was linked to the account first.
            throw refused();
        }
    }

    /** Not believed before the provider's key says so. */
    private static String issuer(String token) {
        try {
            JWTClaimsSet claims = JWTParser.parse(token).getJWTClaimsSet();
            return claims == null || claims.getIssuer() == null ? "" : claims.getIssuer();
        } catch (ParseException | IllegalArgumentException noToken) {
            throw refused();
        }
    }

    private static Jwt read(SignInProvider provider, String token) {
        try {
            return provider.token(token).orElseThrow(BearerTokens::refused);
        } catch (JwtException wrong) {
            throw refused();
        }
    }

    /** Nobody is told what was wrong with it. */
    private static InvalidBearerTokenException refused() {
        return new InvalidBearerTokenException("refused");
    }

    /** No bean: with two of its kind Spring Security would take neither for passwords. */
    private final class Reader implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication attempt) {
            return BearerTokens.this.authenticate(attempt);
        }

        @Override
        public boolean supports(@Nullable Class<?> type) {
            return type != null && BearerTokenAuthenticationToken.class.isAssignableFrom(type);
        }
    }
}
