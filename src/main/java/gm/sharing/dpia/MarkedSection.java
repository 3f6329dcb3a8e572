package gm.sharing.dpia;

import gm.sharing.organisation.OrganisationCode;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * A section with the mark that the data protection officer of an organisation gave it.
 *
 * @param organisation whose officer marked it
 */
@Embeddable
public record MarkedSection(
        OrganisationCode organisation, @Enumerated(EnumType.STRING) DpiaSection section, SectionMark mark) {}
