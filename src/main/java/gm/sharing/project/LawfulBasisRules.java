package gm.sharing.project;

import static gm.sharing.PlainText.isBlank;

import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Sector;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What UK GDPR and the Data Protection Act 2018 ask of a flow and of each organisation that takes part in it. */
final class LawfulBasisRules {

    /**
     * Sectors that have a public task only where a law gives them one (Article 6(3) of UK GDPR, section 8 of the Act). Housing
     * associations often have one, so they are not asked.
     */
    private static final Set<Sector> VOLUNTARY = EnumSet.of(Sector.VCFSE);

    /** Sectors of public authorities as section 7 of the Act and the Freedom of Information Act 2000 have them. */
    private static final Set<Sector> PUBLIC =
            EnumSet.complementOf(EnumSet.of(Sector.HOUSING, Sector.VCFSE, Sector.OTHER));

    /** Sectors in which nobody is a competent authority for law enforcement (section 30 of the Act). */
    private static final Set<Sector> NOT_LAW_ENFORCEMENT = EnumSet.of(
            Sector.NHS_TRUST, Sector.ICB, Sector.GP_PRACTICE, Sector.HOUSING, Sector.VCFSE, Sector.UNIVERSITY);

    private static final String ARTICLE_6 = "article6";
    private static final String RECIPIENTS_ARTICLE_6 = "recipientsArticle6";
    private static final String OUTSIDE_TASK = "outsideTask";

    private final Parties parties;
    private final Law law;

    LawfulBasisRules(Function<OrganisationCode, Organisation> directory, Law law) {
        parties = new Parties(directory);
        this.law = law;
    }

    /**
     * Each rule complains by itself, but for those on who relies on Part 3: what else is asked depends on that.
     *
     * @param processors have no lawful basis of their own (Article 28 of UK GDPR)
     */
    void check(FlowRow row, Collection<OrganisationCode> processors) {
        if (row.flow().lawEnforcement()) {
            part3(row);
        }
        if (row.complaints().isEmpty()) {
            article6(row, processors);
            new SpecialCategoryRules(parties, law).check(row, processors);
        }
    }

    private void part3(FlowRow row) {
        Flow flow = row.flow();
        List<OrganisationCode> relying = flow.underPart3();
        if (relying.isEmpty()) {
            row.complain(
                    "underPart3",
                    "say which of the senders and recipients relies on Part 3, or answer that nobody shares or"
                            + " receives this for law enforcement.");
        }
        List<OrganisationCode> strangers =
                relying.stream().filter(code -> !flow.involves(code)).toList();
        if (!strangers.isEmpty()) {
            row.complain(
                    "underPart3",
                    "%s neither sends nor receives it, so does not rely on Part 3 here."
                            .formatted(parties.names(strangers)));
        }
        List<OrganisationCode> others = parties.of(NOT_LAW_ENFORCEMENT, relying);
        if (!others.isEmpty()) {
            row.complain(
                    "underPart3",
                    ("Part 3 is for competent authorities; %s cannot rely on it. Leave it out there and give its"
                                    + " lawful basis of Article 6.")
                            .formatted(parties.names(others)));
        }
        if (isBlank(flow.schedule8())) {
            row.complain(
                    "schedule8",
                    "under Part 3, say which condition of Schedule 8 allows sensitive processing, or that there is none.");
        }
    }

    private void article6(FlowRow row, Collection<OrganisationCode> processors) {
        Flow flow = row.flow();
        List<OrganisationCode> senders = Parties.without(processors, flow.sendersUnderArticle6());
        List<OrganisationCode> recipients = Parties.without(processors, flow.recipientsUnderArticle6());
        if (isBlank(flow.article6()) && !senders.isEmpty()) {
            row.complain(
                    ARTICLE_6,
                    "give the lawful basis of Article 6 on which %s shares the information."
                            .formatted(parties.names(senders)));
            return;
        }
        if (isBlank(flow.basisOfRecipients()) && !recipients.isEmpty()) {
            row.complain(
                    RECIPIENTS_ARTICLE_6,
                    ("all senders rely on Part 3, but %s does not. Give the lawful basis of Article 6 on which it receives"
                                    + " the information.")
                            .formatted(parties.names(recipients)));
            return;
        }
        boolean ownBasis = flow.recipientsArticle6() != null;
        String received = ownBasis ? RECIPIENTS_ARTICLE_6 : ARTICLE_6;
        notForPublicTasks(
                row, ARTICLE_6, flow.article6(), senders, "and describe what others share as a flow of its own");
        if (ownBasis || row.complaints().isEmpty()) {
            notForPublicTasks(row, received, flow.basisOfRecipients(), recipients, "as the basis of the recipients");
        }
        if (row.complaints().isEmpty()) {
            fits(row, flow.article6(), senders);
            fits(row, flow.basisOfRecipients(), recipients);
        }
    }

    private void fits(FlowRow row, @Nullable String basis, List<OrganisationCode> relying) {
        if (!relying.isEmpty()) {
            request(row, basis);
            publicTaskOfVoluntaryBodies(row, basis, relying);
        }
    }

    /**
     * Where another body asks for the information for its public task, its request has to say so (UK GDPR, Annex 1, inserted
     * by section 70 of the Data (Use and Access) Act 2025).
     */
    private void request(FlowRow row, @Nullable String basis) {
        if (says(basis, Law.ON_REQUEST) && isBlank(row.flow().purpose())) {
            row.complain(
                    "purpose",
                    ("“%s” holds only when the other body’s request says that it needs the information for a public task"
                                    + " laid down in law. Say here who asked, when, for which task, and where the request is kept; or"
                                    + " choose another lawful basis.")
                            .formatted(label(basis)));
        }
    }

    /** Article 6(3) of UK GDPR: a public task is laid down in law. */
    private void publicTaskOfVoluntaryBodies(FlowRow row, @Nullable String basis, List<OrganisationCode> relying) {
        List<OrganisationCode> voluntary = parties.of(VOLUNTARY, relying);
        if (says(basis, Law.TASK_OF_LAW)
                && !voluntary.isEmpty()
                && isBlank(row.flow().outsideTask())) {
            row.complain(
                    OUTSIDE_TASK,
                    "%s %s on %s only for a task that a law gives it. Say which law that is, or choose its own basis, such as %s."
                            .formatted(
                                    parties.names(voluntary),
                                    voluntary.size() == 1 ? "relies" : "each rely",
                                    label(basis),
                                    label(Law.LEGITIMATE_INTERESTS)));
        }
    }

    /** Points (ea) and (f) do not apply to public authorities in the performance of their tasks (Article 6(1)). */
    private void notForPublicTasks(
            FlowRow row, String field, @Nullable String basis, List<OrganisationCode> relying, String how) {
        if (isBlank(basis) || says(basis, Law.PUBLIC_AUTHORITY)) {
            return;
        }
        List<OrganisationCode> authorities = parties.of(PUBLIC, relying);
        if (!authorities.isEmpty() && isBlank(row.flow().outsideTask())) {
            row.complain(
                    field,
                    "%s %s not rely on %s for public tasks. Choose %s, %s, or say why this is outside their public tasks."
                            .formatted(
                                    parties.names(authorities),
                                    authorities.size() == 1
                                            ? "is a public authority and does"
                                            : "are public authorities and do",
                                    label(basis),
                                    label(Law.PUBLIC_TASK),
                                    how));
        }
    }

    private boolean says(@Nullable String basis, String column) {
        return law.lawfulBases().find(basis).filter(row -> row.is(column)).isPresent();
    }

    private String label(@Nullable String basis) {
        return basis == null ? "" : law.lawfulBases().label(basis);
    }
}
