package gm.sharing.workflow.form;

import java.time.Instant;
import java.util.Set;

/**
 * A form as somebody was asked it.
 *
 * @param form its id
 * @param step what it is called where it says nothing itself: the name of the task or of the process
 * @param recorded the keys of the questions that the program reads itself
 * @param openSince since when somebody may have had it open
 * @param whole whether it was answered for what it is for, so that what is not answered was left open
 */
record Asked(String form, String step, Set<String> recorded, Instant openSince, boolean whole) {}
