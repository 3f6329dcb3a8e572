package gm.sharing.workflow.form;

/**
 * A choice as forms take it.
 *
 * @param label what people read
 * @param value what is kept
 */
public record Option(String label, String value) {}
