package gm.sharing.workflow.access;

import gm.sharing.organisation.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Something that may be asked of the engine.
 *
 * @param path its segments; a placeholder stands in braces
 * @param who the one role that may ask besides administrators
 * @param takes what comes with it
 */
record DoorRow(String method, List<String> path, Who who, Through through, Takes takes, String client) {

    private static final String BELOW = "**";
    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /** As narrow as what the engine gives, so that a word of its own is never taken for an id. */
    private static final Map<String, Pattern> PLACEHOLDERS = Map.of(
            "{id}", Pattern.compile(ID),
            "{definition}", Pattern.compile("([A-Za-z0-9._-]+:[0-9]+:)?" + ID),
            "{name}", Pattern.compile("[A-Za-z0-9@._-]+"));

    enum Who {
        EVERYBODY,
        LEAD,
        OWNER,
        ADMIN;

        boolean includes(Collection<String> groups) {
            return switch (this) {
                        case EVERYBODY -> true;
                        case LEAD -> groups.contains(Role.PROJECT_LEAD.group());
                        case OWNER -> groups.contains(Role.PROCESS_OWNER.group());
                        case ADMIN -> false;
                    }
                    || groups.contains(Role.ADMINISTRATOR.group());
        }
    }

    enum Through {
        REST,
        APPS,
        BOTH,
        ADDRESS;

        boolean includes(Through way) {
            return this == way || (this == BOTH && way != ADDRESS);
        }
    }

    /** What a request may bring, and how many bytes of it. */
    enum Takes {
        NOTHING(64 * 1024),
        PAGE(64 * 1024),
        QUERY(64 * 1024),
        DATA(64 * 1024),
        FORM(8 * 1024 * 1024),
        FILES(20 * 1024 * 1024);

        private final int mostBytes;

        Takes(int mostBytes) {
            this.mostBytes = mostBytes;
        }

        int mostBytes() {
            return mostBytes;
        }

        boolean isAList() {
            return this == PAGE || this == QUERY;
        }
    }

    DoorRow {
        path.stream()
                .filter(segment -> segment.startsWith("{") && !PLACEHOLDERS.containsKey(segment))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("There is no placeholder " + unknown);
                });
        path = List.copyOf(path);
    }

    boolean leadsTo(List<String> asked) {
        boolean anyBelow = path.get(path.size() - 1).equals(BELOW);
        int fixed = anyBelow ? path.size() - 1 : path.size();
        return (anyBelow ? asked.size() > fixed : asked.size() == fixed)
                && IntStream.range(0, fixed).allMatch(i -> isLike(path.get(i), asked.get(i)));
    }

    private static boolean isLike(String segment, String asked) {
        Pattern placeholder = PLACEHOLDERS.get(segment);
        return placeholder == null
                ? segment.equals(asked)
                : placeholder.matcher(asked).matches();
    }
}
