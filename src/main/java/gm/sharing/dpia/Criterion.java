package gm.sharing.dpia;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * A criterion that the project meets.
 *
 * @param words as the lead read them in the form
 */
@Embeddable
record Criterion(@Enumerated(EnumType.STRING) CriteriaList list, String words) {}
