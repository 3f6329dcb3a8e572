-- By which consent another organisation acts for one. Whoever acted before consents were kept goes on, by a consent of which
-- nobody knows who gave it, for all that could be done until now.
alter table organisation add column consent_to varchar(40) references organisation;
alter table organisation add column consent_by varchar(200);
alter table organisation add column consent_post varchar(200);
alter table organisation add column consent_on date;
alter table organisation add column consent_evidence varchar(500);
alter table organisation add column consent_until date;
alter table organisation add column consent_covers varchar(60);

update organisation set consent_to = acted_for_by, consent_covers = 'review agree sign'
where acted_for_by is not null and succeeded_by is null;

-- By which consent somebody spoke for a partner, in words as they were then.
alter table sign_off_statement add column acting_consent varchar(600);
