package gm.sharing.journey;

import org.jspecify.annotations.Nullable;

/**
 * What a project waits for now, as somebody hears it who has just completed a task.
 *
 * @param waits whether it waits for anybody; what follows may also not have come yet
 * @param next in a sentence
 * @param own the first task that waits for that person; null when there is none
 * @param project its reference
 */
public record NextStep(boolean waits, String next, @Nullable String own, String project) {}
