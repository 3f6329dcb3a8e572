package gm.sharing.security;

import gm.sharing.audit.SecurityTrail;
import gm.sharing.wording.Words;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.event.AuthenticationFailureDisabledEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Puts sign-ins and sign-outs into the security record; of a program that signs in with each request the first of an hour. */
@Component
class SignInRecord {

    private static final Words WORDS = Words.in("security/record");
    private static final Duration SAME_VISIT = Duration.ofHours(1);

    private static final int PROGRAMS = 1000;

    private final SecurityTrail record;
    private final Clock clock;

    private final Map<String, Instant> programs = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<String, Instant> eldest) {
            return size() > PROGRAMS;
        }
    };

    SignInRecord(SecurityTrail record, Clock clock) {
        this.record = record;
        this.clock = clock;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpSession session = attributes.getRequest().getSession(false);
            if (session != null) {
                session.setAttribute(OpenSessions.FROM, BrowserInWords.of(attributes.getRequest()));
            }
        }
        record.record(
                event.getAuthentication().getName(),
                "sign-in",
                event.getAuthentication() instanceof OAuth2AuthenticationToken token
                        ? WORDS.text("signed-in", Map.of("provider", token.getAuthorizedClientRegistrationId()))
                        : "Signed in.");
    }

    @EventListener
    void signedIn(AuthenticationSuccessEvent event) {
        String program = event.getAuthentication().getName() + " " + Caller.network();
        if (isProgram() && isNew(program)) {
            record.record(
                    event.getAuthentication().getName(),
                    "sign-in.program",
                    event.getAuthentication() instanceof JwtAuthenticationToken
                            ? WORDS.text("token")
                            : "Signed in with HTTP Basic.");
        }
    }

    /** A program may come again and again: the first of an hour is recorded. */
    void refused(@Nullable String account, String what) {
        if (isNew("refused " + account + " " + Caller.network())) {
            record.recordRefusal(account == null ? SecurityTrail.ANONYMOUS : account, "sign-in.refused", what);
        }
    }

    @EventListener
    void refused(AuthenticationFailureDisabledEvent event) {
        record.recordRefusal(
                event.getAuthentication().getName(),
                "sign-in.disabled",
                "Gave the right password of a disabled account.");
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        record.record(event.getAuthentication().getName(), "sign-out", "Signed out.");
    }

    private static boolean isProgram() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getRequest().getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    private synchronized boolean isNew(String program) {
        Instant now = clock.instant();
        Instant before = programs.get(program);
        if (before != null && before.plus(SAME_VISIT).isAfter(now)) {
            return false;
        }
        programs.remove(program);
        programs.put(program, now);
        return true;
    }
}
