-- Of a long form, which is shown in steps: which of them were gone on from, and whether the person wants to see it as a whole.
alter table form_draft add column gone varchar(1000) default '' not null;
alter table form_draft add column whole boolean default false not null;
-- Who saved it last, where the draft is that of an office: its person is * then, so that a task has one.
alter table form_draft add column saved_by varchar(255);
