package gm.sharing.organisation;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
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
        @Nullable GivenConsent consent,
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
                consent == null ? invented.consent : consent,
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
        if (actedForBy != null && consent != null) {
            organisation.particulars().consent(consent.to(new OrganisationCode(actedForBy)), consent.givenOn);
        }
        if (ico != null) {
            organisation.register(new Registration(ico.number, ico.expiry, null));
        }
        if (dspt != null) {
            organisation.particulars().assure("dspt", dspt.assurance());
        }
        if (cyberEssentials != null) {
            cyberEssentials.certifies(organisation.particulars());
        }
        if (dpo != null) {
            organisation.appoint(Officers.NONE.withDpo(dpo.name, dpo.email));
        }
        if (email != null) {
            organisation.reach(new Contacts(email, null, null, null, null));
        }
        return demo ? organisation.withInventedValues() : organisation;
    }

    /** To everything that the other organisation could do. */
    record GivenConsent(
            String by, String post, LocalDate givenOn, @Nullable String evidence, @Nullable LocalDate until) {

        Consent to(OrganisationCode acting) {
            return new Consent(acting, by, post, givenOn, evidence, until, Consent.codes(Set.of(Consent.Act.values())));
        }
    }

    record Ico(String number, @Nullable LocalDate expiry) {}

    /** @param year in which the toolkit's edition closes: 2026 for the edition 2025-26 */
    record Toolkit(Status status, int year) {

        enum Status {
            STANDARDS_EXCEEDED,
            STANDARDS_MET,
            APPROACHING_STANDARDS,
            STANDARDS_NOT_MET,
            NOT_PUBLISHED
        }

        /** A result counts until the next edition closes. */
        Assurance assurance() {
            return new Assurance(
                    "dspt-" + status.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    "%d-%02d".formatted(year - 1, year % 100),
                    null,
                    status == Status.NOT_PUBLISHED ? null : LocalDate.of(year + 1, Month.JUNE, 30),
                    null,
                    null);
        }
    }

    /** How far an organisation is with Cyber Essentials. */
    enum CyberEssentials {
        NONE,
        WORKING_TOWARDS,
        HELD,
        PLUS;

        void certifies(Particulars particulars) {
            switch (this) {
                case NONE -> {}
                case WORKING_TOWARDS ->
                    particulars.assure("cyber-essentials", Assurance.of("cyber-essentials-working-towards"));
                case HELD -> particulars.assure("cyber-essentials", Assurance.of("cyber-essentials-certified"));
                case PLUS ->
                    particulars.assure("cyber-essentials-plus", Assurance.of("cyber-essentials-plus-certified"));
            }
        }
    }

    record Officer(@Nullable String name, @Nullable String email) {}
}
