-- What the ethics panel says to each principle, and how and why an algorithmic tool is used, is kept as the forms asked it: no rule
-- reads it. The columns that held it stay as they were, are not read any more and need nothing for new rows.
alter table ethics_advice alter column transparency drop not null;
alter table ethics_advice alter column accountability drop not null;
alter table ethics_advice alter column fairness drop not null;
alter table ethics_advice alter column privacy drop not null;
alter table ethics_advice alter column safety drop not null;
alter table ethics_advice alter column societal_impact drop not null;
alter table ethics_advice alter column sustainability drop not null;
alter table ethics_advice alter column trade_offs drop not null;
alter table algorithm_record alter column how drop not null;
alter table algorithm_record alter column why drop not null;

-- Each advice in its turn, so that the last one is in force and the earlier ones stay a history.
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select a.project, '', 'ethics-advise', 'Advise on the ethics of the project', 1, 'Task_EthicsAdvise', 'transparency', 1, 'Transparency', 'Transparency', 'TEXT', 'DPIA', 'ethics', 'ethics/transparency', a.transparency, a.person, a.name, a.at
    from ethics_advice a order by a.id;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select a.project, '', 'ethics-advise', 'Advise on the ethics of the project', 1, 'Task_EthicsAdvise', 'accountability', 2, 'Accountability', 'Accountability', 'TEXT', 'DPIA', 'ethics', 'ethics/accountability', a.accountability, a.person, a.name, a.at
    from ethics_advice a order by a.id;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select a.project, '', 'ethics-advise', 'Advise on the ethics of the project', 1, 'Task_EthicsAdvise', 'fairness', 3, 'Fairness', 'Fairness', 'TEXT', 'DPIA', 'ethics', 'ethics/fairness', a.fairness, a.person, a.name, a.at
    from ethics_advice a order by a.id;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select a.project, '', 'ethics-advise', 'Advise on the ethics of the project', 1, 'Task_EthicsAdvise', 'privacy', 4, 'Privacy', 'Privacy', 'TEXT', 'DPIA', 'ethics', 'ethics/privacy', a.privacy, a.person, a.name, a.at
    from ethics_advice a order by a.id;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select a.project, '', 'ethics-advise', 'Advise on the ethics of the project', 1, 'Task_EthicsAdvise', 'safety', 5, 'Safety', 'Safety', 'TEXT', 'DPIA', 'ethics', 'ethics/safety', a.safety, a.person, a.name, a.at
    from ethics_advice a order by a.id;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select a.project, '', 'ethics-advise', 'Advise on the ethics of the project', 1, 'Task_EthicsAdvise', 'societalImpact', 6, 'Societal impact', 'Societal impact', 'TEXT', 'DPIA', 'ethics', 'ethics/societal-impact', a.societal_impact, a.person, a.name, a.at
    from ethics_advice a order by a.id;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select a.project, '', 'ethics-advise', 'Advise on the ethics of the project', 1, 'Task_EthicsAdvise', 'sustainability', 7, 'Environmental sustainability', 'Environmental sustainability', 'TEXT', 'DPIA', 'ethics', 'ethics/environmental-sustainability', a.sustainability, a.person, a.name, a.at
    from ethics_advice a order by a.id;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select a.project, '', 'ethics-advise', 'Advise on the ethics of the project', 1, 'Task_EthicsAdvise', 'tradeOffs', 8, 'Trade-offs', 'Trade-offs', 'TEXT', 'DPIA', 'ethics', 'ethics/trade-offs', a.trade_offs, a.person, a.name, a.at
    from ethics_advice a order by a.id;

-- Nobody noted who wrote the record of a tool but the events; it counts as the lead's.
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select a.project, '', 'atrs-record', 'Record the algorithmic tool', 1, 'Task_AtrsRecord', 'how', 2, 'How the tool is used', 'How it is used', 'TEXT', 'BOTH', 'algorithm', 'algorithm/how-it-is-used', a.how, p.lead, p.lead, coalesce((select max(e.happened_at) from event e where e.reference = a.project and e.type = 'ethics.algorithm-recorded'), current_timestamp)
    from algorithm_record a join project p on p.reference = a.project;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select a.project, '', 'atrs-record', 'Record the algorithmic tool', 1, 'Task_AtrsRecord', 'why', 3, 'Why the tool is used', 'Why it is used', 'TEXT', 'BOTH', 'algorithm', 'algorithm/why-it-is-used', a.why, p.lead, p.lead, coalesce((select max(e.happened_at) from event e where e.reference = a.project and e.type = 'ethics.algorithm-recorded'), current_timestamp)
    from algorithm_record a join project p on p.reference = a.project;
