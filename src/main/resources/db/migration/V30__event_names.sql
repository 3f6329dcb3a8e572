-- The name of whoever acted and the groups they were in, as they were then; empty for what was recorded before.
alter table event add column who_name varchar(512);
alter table event add column who_role text;
