-- Failed attempts to sign in: of a name, of an address, and of a name from an address. Ids are digests.
create table sign_in_attempts (
    id          varchar(64) not null primary key,
    failures    int not null,
    wait_until  timestamp with time zone not null,
    last_at     timestamp with time zone not null,
    known_until timestamp with time zone not null
);

create index sign_in_attempts_last_at on sign_in_attempts (last_at);

-- Every id that an account ever had. None is given to somebody else, and none that looks like it.
create table account_id (
    id     varchar(255) not null primary key,
    looks  varchar(255) not null
);

create index account_id_looks on account_id (looks);
