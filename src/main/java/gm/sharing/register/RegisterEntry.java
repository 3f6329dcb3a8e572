package gm.sharing.register;

import gm.sharing.Dates;
import gm.sharing.agreement.Agreement;
import gm.sharing.agreement.AgreementContent;
import gm.sharing.document.Block;
import gm.sharing.document.Fact;
import gm.sharing.document.Section;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.wording.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of an agreement: the fields of the government's register of information sharing agreements.
 *
 * @param facts in the order of that register
 * @param law every basis of every party, and the powers
 * @param columns headings over the parties' answers
 * @param dpia what became of the data protection impact assessment, in a sentence
 * @param dpiaFacts its public summary: roles and no people
 * @param algorithm what the public is told of the algorithmic tool; empty when there is none
 * @param digest with which anybody can check the document
 */
record RegisterEntry(
        String reference,
        String title,
        String version,
        List<Fact> facts,
        List<LawEntry> law,
        List<String> columns,
        List<Party> parties,
        String contact,
        String dpia,
        List<Fact> dpiaFacts,
        List<Fact> algorithm,
        String digest) {

    private static final Words WORDS = Words.in("register/entry");
    private static final Words HEADINGS = Words.in("register/headings");

    private static final Pattern PERIOD_CODE = Pattern.compile("\\A(Kept for [^(]+) \\(P[0-9YMWD]+\\)");

    /** @param since what became of parties since then, by code */
    static RegisterEntry of(Agreement agreement, LocalDate today, Map<OrganisationCode, String> since) {
        AgreementContent content = agreement.version().content();
        return new RegisterEntry(
                agreement.reference().value(),
                agreement.title(),
                agreement.version().number(),
                facts(agreement, content, today),
                LawEntry.of(content),
                content.sections("partner").get(0).facts().stream()
                        .map(Fact::name)
                        .toList(),
                content.sections("partner").stream()
                        .map(partner -> Party.of(partner, since))
                        .toList(),
                text(content, "contact"),
                prose(content.sections("dpia").get(0)),
                content.sections("dpia").get(0).facts(),
                content.sections("algorithm").stream()
                        .flatMap(section -> section.facts().stream())
                        .toList(),
                agreement.version().digest());
    }

    /** Their names in the document, by code; those of the time before there were codes are left out. */
    static Map<OrganisationCode, String> partiesOf(Agreement agreement) {
        return agreement.version().content().sections("partner").stream()
                .filter(partner -> OrganisationCode.isOne(partner.item()))
                .collect(Collectors.toMap(
                        partner -> new OrganisationCode(partner.item()), Section::title, (one, same) -> one));
    }

    /**
     * A row of the table of parties.
     *
     * @param since what became of it since then; null for nothing
     */
    record Party(String name, @Nullable String since, List<String> answers) {

        static Party of(Section partner, Map<OrganisationCode, String> since) {
            return new Party(
                    partner.title(),
                    OrganisationCode.isOne(partner.item()) ? since.get(new OrganisationCode(partner.item())) : null,
                    partner.facts().stream().map(Fact::answer).toList());
        }
    }

    static String words(LocalDate date) {
        return Dates.day(date);
    }

    private static List<Fact> facts(Agreement agreement, AgreementContent content, LocalDate today) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("status", agreement.statusOn(today).label()));
        facts.add(fact("in-short", text(content, "vision")));
        facts.add(fact("purpose", text(content, "purpose")));
        facts.add(fact("benefits", text(content, "benefits")));
        facts.add(fact("people-concerned", text(content, "data-subjects")));
        facts.add(fact("disclosed-information", text(content, "data-items")));
        facts.add(fact("led-by", agreement.ledBy()));
        facts.add(fact("controllers", text(content, "controllers")));
        facts.add(fact("method", each(content.answers("flow", "method"))));
        facts.add(fact("retention", withoutPeriodCode(text(content, "retention"))));
        facts.add(fact("joining-and-leaving", text(content, "joining-and-leaving")));
        facts.add(fact("published", words(Dates.on(agreement.publishedAt()))));
        facts.add(fact("in-force-from", words(agreement.startsOn())));
        facts.add(fact("review-by", words(agreement.reviewOn())));
        facts.add(fact("ends", agreement.endsOn().map(RegisterEntry::words).orElseGet(() -> WORDS.text("no-end"))));
        return facts;
    }

    private static Fact fact(String key, String answer) {
        return new Fact(key, HEADINGS.text(key), answer);
    }

    private static String text(AgreementContent content, String key) {
        return content.sections(key).stream().map(Section::text).collect(Collectors.joining("\n\n"));
    }

    /** Agreements of before give the period for machines too, which says nothing to people. */
    private static String withoutPeriodCode(String retention) {
        return PERIOD_CODE.matcher(retention).replaceFirst("$1");
    }

    private static String prose(Section section) {
        return section.content().stream()
                .filter(Block.Prose.class::isInstance)
                .map(Block::text)
                .collect(Collectors.joining("\n\n"));
    }

    private static String each(List<String> answers) {
        return answers.size() == 1
                ? answers.get(0)
                : answers.stream().map(answer -> "- " + answer).collect(Collectors.joining("\n"));
    }
}
