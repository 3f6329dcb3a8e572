-- Somebody is asked to choose a password for the account that an administrator added. Of a link only a digest is kept, and only
-- of the newest: one person has one link.
create table invitation (
    person       varchar(64) not null primary key,
    organisation varchar(40) not null,
    invited_by   varchar(64) not null,
    invited_at   timestamp with time zone not null,
    asked_by     varchar(64) not null,
    asked_at     timestamp with time zone not null,
    letters      integer     not null,
    link_digest  varchar(64),
    link_ends_at timestamp with time zone,
    accepted_at  timestamp with time zone,
    version      bigint      not null,
    constraint invitation_link unique (link_digest)
);

create index invitation_organisation on invitation (organisation);
