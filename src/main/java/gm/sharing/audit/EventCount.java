package gm.sharing.audit;

import gm.sharing.organisation.OrganisationCode;
import org.jspecify.annotations.Nullable;

/**
 * How often something of a type happened.
 *
 * @param forWhom the organisation that it concerned, or null when it concerned everybody in the project
 */
public record EventCount(@Nullable OrganisationCode forWhom, String type, long count) {}
