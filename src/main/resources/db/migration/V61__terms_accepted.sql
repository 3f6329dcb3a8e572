-- The terms of the framework as they were when somebody accepted them, and who accepted them for which organisation. Both
-- are kept for good: an organisation is bound by the words that it accepted.
create table terms_text (
    digest  varchar(64)  not null primary key,
    version varchar(100) not null,
    text    text         not null
);

create table terms_acceptance (
    organisation     varchar(40)  not null,
    digest           varchar(64)  not null references terms_text (digest),
    accepted_by      varchar(64)  not null,
    accepted_by_name varchar(255) not null,
    held_role        text         not null,
    accepted_at      timestamp with time zone not null,
    primary key (organisation, digest)
);
