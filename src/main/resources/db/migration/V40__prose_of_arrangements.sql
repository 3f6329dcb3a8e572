-- Answers about the arrangements that no rule reads are kept as the form asked them. The columns of project that held them stay
-- as they were and are not read any more: the release before finds in them what was written until now.
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select p.reference, '', 'agree-arrangements', 'How is it handled?', 1, 'Task_AgreeArrangements', 'minimisation', 1, 'Only what is needed', 'Minimisation', 'TEXT', 'AGREEMENT', 'care', 'arrangements/minimisation', p.minimisation, p.lead, p.lead, coalesce((select max(e.happened_at) from event e where e.reference = p.reference and e.type = 'project.arrangements-agreed'), current_timestamp)
    from project p where p.minimisation is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select p.reference, '', 'agree-arrangements', 'How is it handled?', 1, 'Task_AgreeArrangements', 'accuracy', 2, 'Accuracy and formats', 'Accuracy and formats', 'TEXT', 'AGREEMENT', 'care', 'arrangements/accuracy', p.accuracy, p.lead, p.lead, coalesce((select max(e.happened_at) from event e where e.reference = p.reference and e.type = 'project.arrangements-agreed'), current_timestamp)
    from project p where p.accuracy is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select p.reference, '', 'agree-arrangements', 'How is it handled?', 1, 'Task_AgreeArrangements', 'retention', 3, 'How long it is kept, and why', 'Retention', 'TEXT', 'AGREEMENT', 'care', 'retention', p.retention, p.lead, p.lead, coalesce((select max(e.happened_at) from event e where e.reference = p.reference and e.type = 'project.arrangements-agreed'), current_timestamp)
    from project p where p.retention is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select p.reference, '', 'agree-arrangements', 'How is it handled?', 1, 'Task_AgreeArrangements', 'deletion', 5, 'Return and deletion', 'Return and deletion', 'TEXT', 'AGREEMENT', 'care', 'arrangements/deletion', p.deletion, p.lead, p.lead, coalesce((select max(e.happened_at) from event e where e.reference = p.reference and e.type = 'project.arrangements-agreed'), current_timestamp)
    from project p where p.deletion is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select p.reference, '', 'agree-arrangements', 'How is it handled?', 1, 'Task_AgreeArrangements', 'securityMeasures', 6, 'Security', 'Security', 'TEXT', 'AGREEMENT', 'care', 'arrangements/security', p.security_measures, p.lead, p.lead, coalesce((select max(e.happened_at) from event e where e.reference = p.reference and e.type = 'project.arrangements-agreed'), current_timestamp)
    from project p where p.security_measures is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select p.reference, '', 'agree-arrangements', 'How is it handled?', 1, 'Task_AgreeArrangements', 'staffAccess', 7, 'Who has access', 'Access by staff', 'TEXT', 'AGREEMENT', 'care', 'arrangements/staff-access', p.staff_access, p.lead, p.lead, coalesce((select max(e.happened_at) from event e where e.reference = p.reference and e.type = 'project.arrangements-agreed'), current_timestamp)
    from project p where p.staff_access is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select p.reference, '', 'agree-arrangements', 'How is it handled?', 1, 'Task_AgreeArrangements', 'onwardUse', 8, 'Further use and sharing', 'Further use and sharing', 'TEXT', 'AGREEMENT', 'care', 'arrangements/onward-use', p.onward_use, p.lead, p.lead, coalesce((select max(e.happened_at) from event e where e.reference = p.reference and e.type = 'project.arrangements-agreed'), current_timestamp)
    from project p where p.onward_use is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select p.reference, '', 'agree-arrangements', 'How is it handled?', 1, 'Task_AgreeArrangements', 'breaches', 9, 'Breaches', 'Breaches', 'TEXT', 'AGREEMENT', 'care', 'arrangements/breaches', p.breaches, p.lead, p.lead, coalesce((select max(e.happened_at) from event e where e.reference = p.reference and e.type = 'project.arrangements-agreed'), current_timestamp)
    from project p where p.breaches is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select p.reference, '', 'agree-arrangements', 'How is it handled?', 1, 'Task_AgreeArrangements', 'informing', 10, 'How people are told', 'How people are told', 'TEXT', 'AGREEMENT', 'rights', 'arrangements/informing', p.informing, p.lead, p.lead, coalesce((select max(e.happened_at) from event e where e.reference = p.reference and e.type = 'project.arrangements-agreed'), current_timestamp)
    from project p where p.informing is not null;
insert into answer (reference, subject, form, form_title, form_version, element, question_key, position, label, heading, kind,
        document, part, section_key, answer, who, who_name, given_at)
    select p.reference, '', 'agree-arrangements', 'How is it handled?', 1, 'Task_AgreeArrangements', 'rights', 11, 'How people use their rights', 'How people use their rights', 'TEXT', 'AGREEMENT', 'rights', 'arrangements/rights', p.rights, p.lead, p.lead, coalesce((select max(e.happened_at) from event e where e.reference = p.reference and e.type = 'project.arrangements-agreed'), current_timestamp)
    from project p where p.rights is not null;
