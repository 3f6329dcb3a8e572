package gm.sharing.workflow.access;

import gm.sharing.audit.RefusedRequests;
import gm.sharing.organisation.Role;
import gm.sharing.workflow.access.DoorRow.Takes;
import gm.sharing.workflow.access.DoorRow.Through;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The engine's door: lets through what {@link DoorList} says, from whom it says and in the one spelling it says, with a body
 * that the engine can read without harm. Everything else is refused here; nothing of it needs the database.
 */
final class EngineDoor extends OnlySignedIn {

    /** Set by what knows the roles of this very request; those of the sign-in count otherwise. */
    static final String GROUPS = EngineDoor.class.getName() + ".groups";

    static final int LONGEST_LIST = 2_000;

    private static final List<String> OTHER_METHODS =
            List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override");
    private static final String NOT_YOURS = "You may not do this.";
    private static final String WITH_ITS_FORM = "Start this process with its form.";
    private static final String NOT_FROM_MODELER =
            """
            Nothing was started: project leads start projects in Tasklist. \
            Camunda Modeler deploys before it starts, so the model is in force now and new projects follow it. \
            To undo that, deploy the version before once more.""";

    private final DoorList list;
    private final ThingsThere things;
    private final RefusedRequests refusals;

    EngineDoor(DoorList list, ThingsThere things, RefusedRequests refusals) {
        this.list = list;
        this.things = things;
        this.refusals = refusals;
    }

    @Override
    void admit(Authentication signedIn, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(
                    admitted(request, groups(request, signedIn)),
                    request.isSecure() ? new SecureCookies(response) : response);
        } catch (NotAdmitted refused) {
            if (refused.status() == HttpStatus.FORBIDDEN) {
                refusals.record(signedIn.getName(), "engine.refused", request);
            }
            if (isPage(request)) {
                response.sendError(refused.status().value());
            } else {
                refused.answer(response);
            }
        }
    }

    /** Somebody who followed a link reads a page; programs and scripts read the words of the engine's API. */
    private static boolean isPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.GET.matches(request.getMethod())
                && request.getRequestURI().startsWith("/camunda/app")
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static Collection<String> groups(HttpServletRequest request, Authentication signedIn) {
        return request.getAttribute(GROUPS) instanceof Collection<?> groups
                ? groups.stream().map(String.class::cast).toList()
                : signedIn.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList();
    }

    private HttpServletRequest admitted(HttpServletRequest request, Collection<String> groups) throws IOException {
        DoorRow row = row(request, groups);
        List<String> query = checkedQuery(request, row.takes());
        if (request.getContentLengthLong() > row.takes().mostBytes()) {
            throw NotAdmitted.tooLarge(row.takes());
        }
        return switch (row.takes()) {
            case NOTHING, PAGE -> new AdmittedRequest(request, query, new byte[0]);
            case FILES -> {
                if (request.getContentLengthLong() < 0) {
                    throw new NotAdmitted(HttpStatus.LENGTH_REQUIRED, "A deployment says how long it is.");
                }
                yield new AdmittedRequest(request, query, null);
            }
            case DATA, QUERY, FORM -> new AdmittedRequest(request, query, checkedBody(request, row.takes()));
        };
    }

    private DoorRow row(HttpServletRequest request, Collection<String> groups) {
        Optional<AskedPath> asked = AskedPath.of(
                request.getRequestURI().substring(request.getContextPath().length()));
        if (asked.isEmpty() || OTHER_METHODS.stream().anyMatch(header -> request.getHeader(header) != null)) {
            throw new NotAdmitted(HttpStatus.FORBIDDEN, NOT_YOURS);
        }
        AskedPath path = asked.get();
        DoorRow found = list.find(request.getMethod(), path.way(), path.path())
                .findFirst()
                .filter(row -> row.who().includes(groups))
                .orElseThrow(() -> refusal(request, path, groups));
        if (path.way() != Through.ADDRESS && things.isMissing(found, path.path())) {
            throw new NotAdmitted(HttpStatus.NOT_FOUND, "There is nothing at this address.");
        }
        return found;
    }

    private NotAdmitted refusal(HttpServletRequest request, AskedPath asked, Collection<String> groups) {
        if (asked.way() == Through.REST && !list.knows(asked.way(), asked.path())) {
            return new NotAdmitted(HttpStatus.NOT_FOUND, "There is nothing at this address.");
        }
        return new NotAdmitted(HttpStatus.FORBIDDEN, isStart(request, asked) ? startElsewhere(groups) : NOT_YOURS);
    }

    private static boolean isStart(HttpServletRequest request, AskedPath asked) {
        List<String> path = asked.path();
        return HttpMethod.POST.matches(request.getMethod())
                && path.size() > 2
                && path.get(0).equals("process-definition")
                && path.get(path.size() - 1).equals("start");
    }

    private static String startElsewhere(Collection<String> groups) {
        return groups.contains(Role.PROCESS_OWNER.group()) ? NOT_FROM_MODELER : WITH_ITS_FORM;
    }

    /** The parameters as they were sent; a list that would have no end gets one. */
    private static List<String> checkedQuery(HttpServletRequest request, Takes takes) {
        String sent = request.getQueryString();
        if (sent == null || sent.isEmpty()) {
            return takes.isAList() ? List.of("maxResults=" + LONGEST_LIST) : List.of();
        }
        var parameters = UriComponentsBuilder.newInstance().query(sent).build().getQueryParams();
        boolean limited = false;
        for (var parameter : parameters.entrySet()) {
            String name = decoded(parameter.getKey());
            List<String> values =
                    parameter.getValue().stream().map(EngineDoor::decoded).toList();
            if (JsonBody.namesAnExpression(name)
                    || Stream.concat(Stream.of(name), values.stream()).anyMatch(JsonBody::isAnExpression)) {
                throw new NotAdmitted(HttpStatus.BAD_REQUEST, "A query holds no expressions.");
            }
            if (name.equals("maxResults")) {
                limited = true;
                if (takes.isAList() && !values.stream().allMatch(EngineDoor::isALength)) {
                    throw new NotAdmitted(
                            HttpStatus.BAD_REQUEST, "maxResults is a number from 0 to " + LONGEST_LIST + ".");
                }
            }
        }
        return takes.isAList() && !limited ? List.of(sent, "maxResults=" + LONGEST_LIST) : List.of(sent);
    }

    private static String decoded(String text) {
        try {
            return UriUtils.decode(text == null ? "" : text.replace('+', ' '), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new NotAdmitted(HttpStatus.BAD_REQUEST, "A parameter is not encoded as it should be.");
        }
    }

    private static boolean isALength(String text) {
        return text.matches("[0-9]{1,4}") && Integer.parseInt(text) <= LONGEST_LIST;
    }

    private static byte[] checkedBody(HttpServletRequest request, Takes takes) throws IOException {
        byte[] body = request.getInputStream().readNBytes(takes.mostBytes() + 1);
        if (body.length > takes.mostBytes()) {
            throw NotAdmitted.tooLarge(takes);
        }
        if (body.length == 0) {
            return body;
        }
        if (!isJson(request.getContentType()) || request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            throw new NotAdmitted(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send JSON.");
        }
        JsonBody.fault(body, takes == Takes.QUERY).ifPresent(fault -> {
            throw new NotAdmitted(HttpStatus.BAD_REQUEST, fault);
        });
        return body;
    }

    private static boolean isJson(String contentType) {
        try {
            return contentType != null && MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
