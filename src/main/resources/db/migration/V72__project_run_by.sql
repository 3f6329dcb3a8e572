-- The list of a colleague's projects read all of them.
create index project_run_by on project (run_by);
