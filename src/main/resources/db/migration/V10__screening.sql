-- What the screening and the tables about risks need to know, asked once where the lead describes it.
-- Groups are codes of the form separated by spaces.
alter table project add column people_groups varchar(1000);
alter table project add column scale varchar(40);
alter table project add column matching boolean;

-- Projects that were described before these questions take the cautious answers until they are described again.
update project set people_groups = '', scale = 'population', matching = true where purpose is not null;

-- Which of the parties rely on Part 3 (codes separated by spaces); the others need a basis of Article 6 at their end.
alter table project_flow add column under_part3 text;
update project_flow set under_part3 = case when law_enforcement then senders else '' end;
alter table project_flow alter column under_part3 set not null;
alter table project_flow alter column article6 drop not null;
alter table project_flow add column recipients_article6 varchar(250);
alter table project_flow add column outside_task text;

-- What the lead answers at the screening. Empty where the question did not arise.
alter table dpia add column automated_decisions varchar(20);
alter table dpia add column profiling boolean;
alter table dpia add column ai boolean;
alter table dpia add column algorithmic_tool boolean;
alter table dpia add column denies_service boolean;
alter table dpia add column monitoring boolean;
alter table dpia add column public_area boolean;
alter table dpia add column tracking boolean;
alter table dpia add column invisible boolean;
alter table dpia add column innovative boolean;
alter table dpia add column targeting boolean;
alter table dpia add column unexpected boolean;
alter table dpia add column direct_care boolean;
alter table dpia add column physical_harm boolean;
alter table dpia add column ethics_asked boolean;
alter table dpia add column still_holds boolean;

-- What led to a criterion, in the words of the table that found it.
alter table dpia_criterion add column because text;
update dpia_criterion set because = 'The lead ticked it at the screening.';
alter table dpia_criterion alter column because set not null;
