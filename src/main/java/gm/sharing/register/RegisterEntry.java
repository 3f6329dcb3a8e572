package gm.sharing.register;

import gm.sharing.Dates;
import gm.sharing.agreement.Agreement;
import gm.sharing.agreement.AgreementContent;
import gm.sharing.document.Block;
import gm.sharing.document.Fact;
import gm.sharing.document.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    private static final Pattern PERIOD_CODE = Pattern.compile("\\A(Kept for [^(]+) \\(P[0-9YMWD]+\\)");

    static RegisterEntry of(Agreement agreement, LocalDate today) {
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
                content.sections("partner").stream().map(Party::of).toList(),
                text(content, "contact"),
                prose(content.sections("dpia").get(0)),
                content.sections("dpia").get(0).facts(),
                content.sections("algorithm").stream()
                        .flatMap(section -> section.facts().stream())
                        .toList(),
                agreement.version().digest());
    }

    /** A row of the table of parties. */
    record Party(String name, List<String> answers) {

        static Party of(Section partner) {
            return new Party(
                    partner.title(), partner.facts().stream().map(Fact::answer).toList());
        }
    }

    static String words(LocalDate date) {
        return Dates.day(date);
    }

    private static List<Fact> facts(Agreement agreement, AgreementContent content, LocalDate today) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("status", "Status", agreement.statusOn(today).label()));
        facts.add(new Fact("in-short", "In short", text(content, "vision")));
        facts.add(new Fact("purpose", "Purpose", text(content, "purpose")));
        facts.add(new Fact("benefits", "Benefits", text(content, "benefits")));
        facts.add(new Fact("people-concerned", "People concerned", text(content, "data-subjects")));
        facts.add(new Fact("disclosed-information", "Disclosed information", text(content, "data-items")));
        facts.add(new Fact("led-by", "Led by", agreement.ledBy()));
        facts.add(new Fact("controllers", "Controllers", text(content, "controllers")));
        facts.add(new Fact("method", "Method", each(content.answers("flow", "method"))));
        facts.add(new Fact("retention", "Retention", withoutPeriodCode(text(content, "retention"))));
        facts.add(new Fact("joining-and-leaving", "Joining and leaving", text(content, "joining-and-leaving")));
        facts.add(new Fact("published", "Published", words(Dates.on(agreement.publishedAt()))));
        facts.add(new Fact("in-force-from", "In force from", words(agreement.startsOn())));
        facts.add(new Fact("review-by", "Review by", words(agreement.reviewOn())));
        facts.add(new Fact(
                "ends", "Ends", agreement.endsOn().map(RegisterEntry::words).orElse("No end date")));
        return facts;
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
