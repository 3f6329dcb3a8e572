package gm.sharing.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** An organisation as an operator writes it in a file; {@code organisations.yaml} says what each field means. */
record OrganisationEntry(
        String code,
        @Nullable String name,
        @Nullable Sector sector,
        @DefaultValue List<String> members,
        @Nullable String hostedBy,
        @Nullable String actedForBy,
        @Nullable Ico ico,
        @Nullable Toolkit dspt,
        @Nullable CyberEssentials cyberEssentials,
        @Nullable Officer dpo,
        @Nullable String email,
        @DefaultValue("false") boolean demo) {

    /** The other organisations that this one needs to be there. */
    Set<OrganisationCode> refersTo() {
        return Stream.concat(members.stream(), Stream.of(hostedBy, actedForBy).filter(code -> code != null))
                .map(OrganisationCode::new)
                .collect(Collectors.toSet());
    }

    /** The same organisation with invented values where its own are not known. */
    OrganisationEntry completedBy(OrganisationEntry invented) {
        return new OrganisationEntry(
                code,
                name,
                sector,
                members,
                hostedBy,
                actedForBy == null ? invented.actedForBy : actedForBy,
                ico == null ? invented.ico : ico,
                dspt == null ? invented.dspt : dspt,
                cyberEssentials == null ? invented.cyberEssentials : cyberEssentials,
                dpo == null ? invented.dpo : dpo,
                email == null ? invented.email : email,
                true);
    }

    Organisation organisation() {
        if (name == null || sector == null) {
            throw new IllegalStateException("The organisation " + code + " needs a name and a sector");
        }
        Organisation organisation = members.isEmpty()
                ? Organisation.legalEntity(new OrganisationCode(code), name, sector)
                : Organisation.partnership(
                        new OrganisationCode(code),
                        name,
                        sector,
                        members.stream().map(OrganisationCode::new).toList());
        if (hostedBy != null) {
            organisation.hostedBy(new OrganisationCode(hostedBy));
        }
        if (actedForBy != null) {
            organisation.actedForBy(new OrganisationCode(actedForBy));
        }
        if (ico != null) {
            organisation.registeredWithIco(ico.number, ico.expiry);
        }
        if (dspt != null) {
            organisation.assuredBy(new Dspt(dspt.status, dspt.year));
        }
        if (cyberEssentials != null) {
            organisation.certifiedBy(cyberEssentials);
        }
        if (dpo != null) {
            organisation.dataProtectionOfficer(dpo.name, dpo.email);
        }
        if (email != null) {
            organisation.reachedAt(email);
        }
        return demo ? organisation.withInventedValues() : organisation;
    }

    record Ico(String number, @Nullable LocalDate expiry) {}

    record Toolkit(DsptStatus status, int year) {}

    record Officer(@Nullable String name, @Nullable String email) {}
}
