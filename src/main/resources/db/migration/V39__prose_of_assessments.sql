-- Answers of an assessment's sections that no rule reads are kept as the forms asked them. The columns of dpia that held them
-- stay as they were and are not read any more: the release before finds in them what was written until now.

-- By what rules and comparisons know an answer in a document; empty for its own form and key.
alter table answer add column section_key varchar(200) default '' not null;

-- Nobody noted who wrote sections before they were written by themselves; what is written counts as the lead's.
update dpia_section set
    saved_by = (select p.lead from project p where p.reference = dpia_section.reference),
    saved_name = (select p.lead from project p where p.reference = dpia_section.reference),
    saved_at = (select coalesce(d.decided_at, current_timestamp) from dpia d where d.reference = dpia_section.reference)
where saved_at is null and exists (
    select 1 from dpia d where d.reference = dpia_section.reference and case dpia_section.section
        when 'NEED' then d.aims when 'NATURE' then d.handling when 'SCOPE' then d.amount when 'CONTEXT' then d.control
        when 'PURPOSES' then d.purpose when 'CONSULTATION' then d.internal when 'NECESSITY' then d.achieves end is not null);

insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-need', 'State the need', 1, 'Task_StateNeed', 'aims', 1, 'What does the project aim to achieve?', 'Aims', 'TEXT', 'DPIA', 'need', 'need/aims', d.aims, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'NEED' where d.aims is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-need', 'State the need', 1, 'Task_StateNeed', 'processing', 2, 'What kind of processing does it involve?', 'Kind of processing', 'TEXT', 'DPIA', 'need', 'need/kind-of-processing', d.processing, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'NEED' where d.processing is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-need', 'State the need', 1, 'Task_StateNeed', 'whyNeeded', 3, 'Why is a DPIA needed?', 'Why a DPIA is made', 'TEXT', 'DPIA', 'need', 'need/why-a-dpia-is-made', d.why_needed, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'NEED' where d.why_needed is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-need', 'State the need', 1, 'Task_StateNeed', 'contact', 4, 'Who answers questions about this DPIA?', 'Contact', 'TEXT', 'DPIA', 'need', 'need/contact', d.contact, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'NEED' where d.contact is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-nature', 'Describe the nature of the processing', 1, 'Task_DescribeNature', 'handling', 1, 'How will you collect, use, store and delete the information?', 'How the information is collected, used, stored and deleted', 'TEXT', 'DPIA', 'nature', 'nature/how-the-information-is-collected-used-stored-and-deleted', d.handling, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'NATURE' where d.handling is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-nature', 'Describe the nature of the processing', 1, 'Task_DescribeNature', 'sources', 2, 'Where does the information come from?', 'Where it comes from', 'TEXT', 'DPIA', 'nature', 'nature/where-it-comes-from', d.sources, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'NATURE' where d.sources is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-nature', 'Describe the nature of the processing', 1, 'Task_DescribeNature', 'sharing', 3, 'With whom will it be shared?', 'With whom it is shared', 'TEXT', 'DPIA', 'nature', 'nature/with-whom-it-is-shared', d.sharing, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'NATURE' where d.sharing is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-nature', 'Describe the nature of the processing', 1, 'Task_DescribeNature', 'highRisk', 4, 'Which kinds of processing are likely to be of high risk?', 'Processing that is likely to be of high risk', 'TEXT', 'DPIA', 'nature', 'nature/processing-that-is-likely-to-be-of-high-risk', d.high_risk, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'NATURE' where d.high_risk is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-scope', 'Describe the scope of the processing', 1, 'Task_DescribeScope', 'informationKind', 1, 'What information is it?', 'What information it is', 'TEXT', 'DPIA', 'scope', 'scope/what-information-it-is', d.information_kind, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'SCOPE' where d.information_kind is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-scope', 'Describe the scope of the processing', 1, 'Task_DescribeScope', 'amount', 2, 'How much will you collect and use, and how often?', 'How much and how often', 'TEXT', 'DPIA', 'scope', 'scope/how-much-and-how-often', d.amount, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'SCOPE' where d.amount is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-scope', 'Describe the scope of the processing', 1, 'Task_DescribeScope', 'kept', 3, 'How long will you keep it?', 'How long it is kept', 'TEXT', 'DPIA', 'scope', 'scope/how-long-it-is-kept', d.kept, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'SCOPE' where d.kept is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-scope', 'Describe the scope of the processing', 1, 'Task_DescribeScope', 'individuals', 4, 'How many people does it affect, and who are they?', 'Whom it is about', 'TEXT', 'DPIA', 'scope', 'scope/whom-it-is-about', d.individuals, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'SCOPE' where d.individuals is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-scope', 'Describe the scope of the processing', 1, 'Task_DescribeScope', 'area', 5, 'Which geographical area does it cover?', 'Area', 'TEXT', 'DPIA', 'scope', 'scope/area', d.area, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'SCOPE' where d.area is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-context', 'Describe the context of the processing', 1, 'Task_DescribeContext', 'relationship', 1, 'What is your relationship with the people?', 'Relationship with the individuals', 'TEXT', 'DPIA', 'context', 'context/relationship-with-the-individuals', d.relationship, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'CONTEXT' where d.relationship is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-context', 'Describe the context of the processing', 1, 'Task_DescribeContext', 'control', 2, 'How much control will they have?', 'Their control', 'TEXT', 'DPIA', 'context', 'context/their-control', d.control, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'CONTEXT' where d.control is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-context', 'Describe the context of the processing', 1, 'Task_DescribeContext', 'expectation', 3, 'Would they expect you to use their information in this way?', 'What they expect', 'TEXT', 'DPIA', 'context', 'context/what-they-expect', d.expectation, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'CONTEXT' where d.expectation is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-context', 'Describe the context of the processing', 1, 'Task_DescribeContext', 'vulnerable', 4, 'Are there children or other vulnerable people among them?', 'Children and vulnerable groups', 'TEXT', 'DPIA', 'context', 'context/children-and-vulnerable-groups', d.vulnerable, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'CONTEXT' where d.vulnerable is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-context', 'Describe the context of the processing', 1, 'Task_DescribeContext', 'concerns', 5, 'Are there prior concerns over this kind of processing, or security flaws?', 'Known concerns', 'TEXT', 'DPIA', 'context', 'context/known-concerns', d.concerns, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'CONTEXT' where d.concerns is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-context', 'Describe the context of the processing', 1, 'Task_DescribeContext', 'technology', 6, 'Is it new in any way, and what is the state of technology in this area?', 'State of technology', 'TEXT', 'DPIA', 'context', 'context/state-of-technology', d.technology, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'CONTEXT' where d.technology is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-context', 'Describe the context of the processing', 1, 'Task_DescribeContext', 'publicConcern', 7, 'Are there current issues of public concern to take into account?', 'Public concern', 'TEXT', 'DPIA', 'context', 'context/public-concern', d.public_concern, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'CONTEXT' where d.public_concern is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-context', 'Describe the context of the processing', 1, 'Task_DescribeContext', 'codes', 8, 'Have you signed up to an approved code of conduct or certification scheme?', 'Codes of conduct and certification', 'TEXT', 'DPIA', 'context', 'context/codes-of-conduct-and-certification', d.codes, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'CONTEXT' where d.codes is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-purposes', 'Describe the purposes of the processing', 1, 'Task_DescribePurposes', 'purpose', 1, 'What do you want to achieve?', 'Purpose', 'TEXT', 'DPIA', 'purposes', 'purposes/purpose', d.purpose, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'PURPOSES' where d.purpose is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-purposes', 'Describe the purposes of the processing', 1, 'Task_DescribePurposes', 'effect', 2, 'What is the intended effect on individuals?', 'Effect on individuals', 'TEXT', 'DPIA', 'purposes', 'purposes/effect-on-individuals', d.effect, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'PURPOSES' where d.effect is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-purposes', 'Describe the purposes of the processing', 1, 'Task_DescribePurposes', 'benefits', 3, 'What are the benefits of the processing?', 'Benefits', 'TEXT', 'DPIA', 'purposes', 'purposes/benefits', d.benefits, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'PURPOSES' where d.benefits is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-consult', 'Record the consultation', 1, 'Task_RecordConsultation', 'internal', 4, 'Who else is involved within the organisations?', 'Within the organisations', 'TEXT', 'DPIA', 'consultation', 'consultation/within-the-organisations', d.internal, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'CONSULTATION' where d.internal is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-consult', 'Record the consultation', 1, 'Task_RecordConsultation', 'processorsAsked', 5, 'Do processors assist?', 'Processors', 'TEXT', 'DPIA', 'consultation', 'consultation/processors', d.processors_asked, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'CONSULTATION' where d.processors_asked is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-consult', 'Record the consultation', 1, 'Task_RecordConsultation', 'experts', 6, 'Do you consult information security experts or any other experts?', 'Experts', 'TEXT', 'DPIA', 'consultation', 'consultation/experts', d.experts, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'CONSULTATION' where d.experts is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-necessity', 'Assess necessity and proportionality', 1, 'Task_AssessNecessity', 'lawfulBasis', 1, 'What is the lawful basis for the processing?', 'Lawful basis', 'TEXT', 'DPIA', 'necessity', 'necessity/lawful-basis', d.lawful_basis, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'NECESSITY' where d.lawful_basis is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-necessity', 'Assess necessity and proportionality', 1, 'Task_AssessNecessity', 'achieves', 2, 'Does the processing actually achieve the purpose?', 'Whether it achieves the purpose', 'TEXT', 'DPIA', 'necessity', 'necessity/whether-it-achieves-the-purpose', d.achieves, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'NECESSITY' where d.achieves is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-necessity', 'Assess necessity and proportionality', 1, 'Task_AssessNecessity', 'otherWay', 3, 'Is there another way to achieve the same outcome?', 'Other ways to the same outcome', 'TEXT', 'DPIA', 'necessity', 'necessity/other-ways-to-the-same-outcome', d.other_way, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'NECESSITY' where d.other_way is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-necessity', 'Assess necessity and proportionality', 1, 'Task_AssessNecessity', 'functionCreep', 4, 'How will you prevent function creep?', 'Preventing function creep', 'TEXT', 'DPIA', 'necessity', 'necessity/preventing-function-creep', d.function_creep, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'NECESSITY' where d.function_creep is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-necessity', 'Assess necessity and proportionality', 1, 'Task_AssessNecessity', 'quality', 5, 'How will you ensure data quality and minimisation?', 'Quality and minimisation', 'TEXT', 'DPIA', 'necessity', 'necessity/quality-and-minimisation', d.quality, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'NECESSITY' where d.quality is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-necessity', 'Assess necessity and proportionality', 1, 'Task_AssessNecessity', 'informing', 6, 'What information will you give individuals?', 'What individuals are told', 'TEXT', 'DPIA', 'necessity', 'necessity/what-individuals-are-told', d.informing, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'NECESSITY' where d.informing is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-necessity', 'Assess necessity and proportionality', 1, 'Task_AssessNecessity', 'rights', 7, 'How will you help to support their rights?', 'Rights', 'TEXT', 'DPIA', 'necessity', 'necessity/rights', d.rights, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'NECESSITY' where d.rights is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-necessity', 'Assess necessity and proportionality', 1, 'Task_AssessNecessity', 'processorsComply', 8, 'What do you do to make sure that processors comply?', 'Processors', 'TEXT', 'DPIA', 'necessity', 'necessity/processors', d.processors_comply, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'NECESSITY' where d.processors_comply is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select d.reference, '', 'dpia-necessity', 'Assess necessity and proportionality', 1, 'Task_AssessNecessity', 'transfers', 9, 'How do you safeguard any transfers abroad?', 'Transfers abroad', 'TEXT', 'DPIA', 'necessity', 'necessity/transfers-abroad', d.transfers, s.saved_by, s.saved_name, s.saved_at
    from dpia d join dpia_section s on s.reference = d.reference and s.section = 'NECESSITY' where d.transfers is not null;
