package gm.sharing.journey;

/**
 * A form in which a project's lead said something of the project, and which was sent.
 *
 * @param step the id of its element in the model
 * @param form what the form is called in the program
 * @param name what its answers are called
 * @param day on which it was sent last, in words
 */
public record SentStep(String step, String form, String name, String day) {}
