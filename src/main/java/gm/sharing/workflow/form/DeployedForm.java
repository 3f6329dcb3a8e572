package gm.sharing.workflow.form;

import java.time.Instant;

/**
 * One version of a form.
 *
 * @param version from 1
 * @param deployedAt since when people who open the form see it
 */
record DeployedForm(String id, int version, Instant deployedAt, FormDefinition definition) {}
