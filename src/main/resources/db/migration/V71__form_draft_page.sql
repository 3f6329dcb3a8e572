-- Which open page saved a draft last, and with which of its changes: what it sent before may arrive after that.
alter table form_draft add column page varchar(60);
alter table form_draft add column turn integer;
