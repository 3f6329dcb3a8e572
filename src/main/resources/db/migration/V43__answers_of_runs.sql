-- The process in which an answer was given that somebody started on the project beside its own journey, so that two of them
-- keep theirs apart. Answers of before, and those of the journey, have none.
alter table answer add column process_run varchar(64);
