-- What is found among many without looking at all: src/docs/benchmark.md says what each brought.
create index agreement_title on agreement (title, reference);
create index measure_owner on measure (owner);
create index measure_standing on measure (status, due, id);
