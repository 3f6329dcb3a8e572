-- One row that a copy of the application locks while it makes or checks the engine's own tables.
create table engine_start (
    id smallint not null primary key
);

insert into engine_start (id) values (1);
