-- A file that was checked and may be imported by whoever sent it, for a day. Its content goes with the row.
create table import_file (
    id       varchar(36)  not null primary key,
    kind     varchar(20)  not null,
    person   varchar(64)  not null,
    name     varchar(200) not null,
    content  text         not null,
    sent_at  timestamp with time zone not null
);

create index import_file_sent_at on import_file (sent_at);
