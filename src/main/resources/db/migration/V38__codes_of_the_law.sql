-- Answers that rules read become codes of the tables in processes/*.dmn. Words that no form of ours offered stay as they are;
-- the form asks for them again. Documents keep the words that they were written with.
update project_flow set method = case method
    when 'Read in the provider’s system' then 'read-at-source'
    when 'Shared system' then 'shared-system'
    when 'Interface between systems (API)' then 'api'
    when 'Secure file transfer' then 'file-transfer'
    when 'Secure e-mail' then 'email'
    when 'Encrypted removable media' then 'removable-media'
    when 'Paper by secure post' then 'post'
    when 'Discussed in a minuted meeting' then 'meeting'
    when 'By word of mouth in a meeting, with minutes' then 'meeting'
    when 'By telephone to a known number, with a note of the call' then 'telephone'
    when 'Secure messaging or e-mail service of a third party' then 'third-party-messaging'
    when 'Collected in person' then 'in-person'
    else method end
where method is not null;

update project_flow set frequency = case frequency
    when 'Once' then 'once'
    when 'As needed, case by case' then 'as-needed'
    when 'Continuously (real time)' then 'continuously'
    when 'Daily' then 'daily'
    when 'Weekly' then 'weekly'
    when 'Every two weeks' then 'every-two-weeks'
    when 'Monthly' then 'monthly'
    when 'Quarterly' then 'quarterly'
    when 'Twice a year' then 'twice-a-year'
    when 'Yearly' then 'yearly'
    else frequency end
where frequency is not null;

update project_flow set article6 = case article6
    when '6(1)(a) Consent' then '6(1)(a)'
    when '6(1)(b) Contract' then '6(1)(b)'
    when '6(1)(c) Legal obligation' then '6(1)(c)'
    when '6(1)(d) Vital interests' then '6(1)(d)'
    when '6(1)(e) Public task' then '6(1)(e)'
    when '6(1)(ea) Recognised legitimate interests: national security, public security or defence' then '6(1)(ea)-security'
    when '6(1)(ea) Recognised legitimate interests: responding to an emergency' then '6(1)(ea)-emergency'
    when '6(1)(ea) Recognised legitimate interests: detecting, investigating or preventing crime' then '6(1)(ea)-crime'
    when '6(1)(ea) Recognised legitimate interests: safeguarding vulnerable people' then '6(1)(ea)-safeguarding'
    when '6(1)(ea) Recognised legitimate interests: request of a body with a public task' then '6(1)(ea)-request'
    when '6(1)(f) Legitimate interests' then '6(1)(f)'
    else article6 end
where article6 is not null;

update project_flow set recipients_article6 = case recipients_article6
    when '6(1)(a) Consent' then '6(1)(a)'
    when '6(1)(b) Contract' then '6(1)(b)'
    when '6(1)(c) Legal obligation' then '6(1)(c)'
    when '6(1)(d) Vital interests' then '6(1)(d)'
    when '6(1)(e) Public task' then '6(1)(e)'
    when '6(1)(ea) Recognised legitimate interests: national security, public security or defence' then '6(1)(ea)-security'
    when '6(1)(ea) Recognised legitimate interests: responding to an emergency' then '6(1)(ea)-emergency'
    when '6(1)(ea) Recognised legitimate interests: detecting, investigating or preventing crime' then '6(1)(ea)-crime'
    when '6(1)(ea) Recognised legitimate interests: safeguarding vulnerable people' then '6(1)(ea)-safeguarding'
    when '6(1)(ea) Recognised legitimate interests: request of a body with a public task' then '6(1)(ea)-request'
    when '6(1)(f) Legitimate interests' then '6(1)(f)'
    else recipients_article6 end
where recipients_article6 is not null;

update project_flow set article9 = case article9
    when '9(2)(a) Explicit consent' then '9(2)(a)'
    when '9(2)(b) Employment, social security and social protection' then '9(2)(b)'
    when '9(2)(c) Vital interests' then '9(2)(c)'
    when '9(2)(d) Not-for-profit bodies' then '9(2)(d)'
    when '9(2)(e) Made public by the person' then '9(2)(e)'
    when '9(2)(f) Legal claims and courts' then '9(2)(f)'
    when '9(2)(g) Substantial public interest' then '9(2)(g)'
    when '9(2)(h) Health or social care' then '9(2)(h)'
    when '9(2)(i) Public health' then '9(2)(i)'
    when '9(2)(j) Archiving, research and statistics' then '9(2)(j)'
    else article9 end
where article9 is not null;

update project_flow set schedule1 = case schedule1
    when 'Part 1: employment, social security and social protection' then 'sch1-part1-1'
    when 'Part 1: health or social care purposes' then 'sch1-part1-2'
    when 'Part 1: public health' then 'sch1-part1-3'
    when 'Part 1: research and statistics' then 'sch1-part1-4'
    when 'Part 2: statutory and government purposes' then 'sch1-part2-6'
    when 'Part 2: administration of justice and parliamentary purposes' then 'sch1-part2-7'
    when 'Part 2: equality of opportunity or treatment' then 'sch1-part2-8'
    when 'Part 2: racial and ethnic diversity at senior levels' then 'sch1-part2-9'
    when 'Part 2: preventing or detecting unlawful acts' then 'sch1-part2-10'
    when 'Part 2: protecting the public against dishonesty' then 'sch1-part2-11'
    when 'Part 2: regulatory requirements about unlawful acts and dishonesty' then 'sch1-part2-12'
    when 'Part 2: journalism about unlawful acts and dishonesty' then 'sch1-part2-13'
    when 'Part 2: preventing fraud' then 'sch1-part2-14'
    when 'Part 2: suspicion of terrorist financing or money laundering' then 'sch1-part2-15'
    when 'Part 2: support for people with a disability or medical condition' then 'sch1-part2-16'
    when 'Part 2: counselling' then 'sch1-part2-17'
    when 'Part 2: safeguarding of children and of individuals at risk' then 'sch1-part2-18'
    when 'Part 2: safeguarding of economic well-being of certain individuals' then 'sch1-part2-19'
    when 'Part 2: insurance' then 'sch1-part2-20'
    when 'Part 2: occupational pensions' then 'sch1-part2-21'
    when 'Part 2: political parties' then 'sch1-part2-22'
    when 'Part 2: elected representatives responding to requests' then 'sch1-part2-23'
    when 'Part 2: disclosure to elected representatives' then 'sch1-part2-24'
    when 'Part 2: informing elected representatives about prisoners' then 'sch1-part2-25'
    when 'Part 2: publication of legal judgments' then 'sch1-part2-26'
    when 'Part 2: anti-doping in sport' then 'sch1-part2-27'
    when 'Part 2: standards of behaviour in sport' then 'sch1-part2-28'
    when 'Part 3: consent' then 'sch1-part3-29'
    when 'Part 3: protecting vital interests' then 'sch1-part3-30'
    when 'Part 3: not-for-profit bodies' then 'sch1-part3-31'
    when 'Part 3: made public by the person' then 'sch1-part3-32'
    when 'Part 3: legal claims' then 'sch1-part3-33'
    when 'Part 3: judicial acts' then 'sch1-part3-34'
    else schedule1 end
where schedule1 is not null;

update project_flow set schedule8 = case schedule8
    when 'No sensitive processing' then 'none'
    when 'Consent of the person' then 'consent'
    when 'Schedule 8: statutory purposes' then 'sch8-1'
    when 'Schedule 8: administration of justice' then 'sch8-2'
    when 'Schedule 8: protecting vital interests' then 'sch8-3'
    when 'Schedule 8: safeguarding of children and of individuals at risk' then 'sch8-4'
    when 'Schedule 8: personal data already in the public domain' then 'sch8-5'
    when 'Schedule 8: legal claims' then 'sch8-6'
    when 'Schedule 8: judicial acts' then 'sch8-7'
    when 'Schedule 8: preventing fraud' then 'sch8-8'
    when 'Schedule 8: archiving, research and statistics' then 'sch8-9'
    else schedule8 end
where schedule8 is not null;

update project_flow set confidentiality = case confidentiality
    when 'No duty of confidence applies' then 'no-duty'
    when 'Implied consent' then 'implied-consent'
    when 'Explicit consent' then 'explicit-consent'
    when 'Legal duty to share' then 'legal-duty'
    when 'Overriding public interest' then 'public-interest'
    when 'Approval under section 251 of the NHS Act 2006' then 'section-251'
    when 'Communicable disease and other risks to public health (regulation 3)' then 'regulation-3'
    else confidentiality end
where confidentiality is not null;

update project_flow set opt_out = case opt_out
    when 'Applied' then 'applied'
    when 'Not applied: the law requires the sharing' then 'legal-duty'
    when 'Not applied: overriding public interest' then 'public-interest'
    when 'Not applied: people gave explicit consent' then 'explicit-consent'
    when 'Not applied: for their own care' then 'own-care'
    when 'Not applied: exempt by the approval under section 251' then 'section-251'
    when 'Not applied: communicable disease and other risks to public health (regulation 3)' then 'regulation-3'
    when 'Not relevant: not identifiable, or not information about health or care' then 'not-relevant'
    else opt_out end
where opt_out is not null;

-- Kinds of data items: a code and whether people can be identified. One answer said both before.
update project_data_item set kind = case kind
    when 'Personal data' then 'personal|identifiable'
    when 'Personal data: location or movements' then 'personal-location|identifiable'
    when 'Personal data: finances' then 'personal-finances|identifiable'
    when 'Personal data: family life or private messages' then 'personal-private-life|identifiable'
    when 'Personal data: social care' then 'personal-social-care|identifiable'
    when 'Special category: health' then 'special-category-health|identifiable'
    when 'Special category: health or social care' then 'special-category-health|identifiable'
    when 'Special category: racial or ethnic origin' then 'special-category-ethnic-origin|identifiable'
    when 'Special category: religious or philosophical beliefs' then 'special-category-belief|identifiable'
    when 'Special category: political opinions' then 'special-category-politics|identifiable'
    when 'Special category: trade union membership' then 'special-category-union|identifiable'
    when 'Special category: genetic data' then 'special-category-genetic|identifiable'
    when 'Special category: biometric data that identifies a person' then 'special-category-biometric|identifiable'
    when 'Special category: sex life or sexual orientation' then 'special-category-sex-life|identifiable'
    when 'Criminal offence data' then 'criminal-offence|identifiable'
    when 'Pseudonymised personal data' then 'personal|pseudonymised'
    when 'Not personal data (anonymous or aggregated)' then 'personal|anonymous'
    else kind end;
