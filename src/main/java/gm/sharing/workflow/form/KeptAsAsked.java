package gm.sharing.workflow.form;

/** The answers of a form of which no rule reads any: they are kept as they were asked. */
public record KeptAsAsked() {}
