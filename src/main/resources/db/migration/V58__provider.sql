-- Whose account somebody is whom an identity provider signs in. A row stays when the account is deleted: its id is nobody
-- else's. One person of a provider is one account, and one account one person of it.
create table provider_link (
    issuer    varchar(500) not null,
    subject   varchar(255) not null,
    person    varchar(64)  not null,
    linked_at timestamp with time zone not null,
    primary key (issuer, subject)
);

create unique index provider_link_person on provider_link (issuer, person);

-- Which sessions began with which sign-in at a provider, for as long as a session lasts at most.
create table provider_session (
    session_id varchar(36)  not null primary key,
    issuer     varchar(500) not null,
    subject    varchar(255) not null,
    sid        varchar(255),
    begun_at   timestamp with time zone not null
);

create index provider_session_subject on provider_session (issuer, subject);
create index provider_session_begun_at on provider_session (begun_at);
