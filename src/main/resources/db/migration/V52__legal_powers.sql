-- The laws that allow a flow, as codes separated by spaces; the words beside them are for what the codes do not say. Where there
-- are words alone, they are those of the time before there were codes and are read as another power, in these words.
alter table project_flow add column powers text;
alter table project_flow alter column power drop not null;
