package gm.sharing.handbook;

import org.jspecify.annotations.Nullable;

/**
 * Another step.
 *
 * @param id null when it is the form that begins the process
 */
public record StepLink(String process, @Nullable String id, String name) {}
