package gm.sharing.journey;

/**
 * What a project waits for now, as somebody hears it who has just completed a task.
 *
 * @param waits whether it waits for anybody; what follows may also not have come yet
 * @param next in a sentence
 */
record NextStep(boolean waits, String next) {}
