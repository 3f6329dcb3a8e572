-- The time of a partner: when the Board is asked; since when the clock stands still because a question waits for the
-- lead's answer, and what was due then.
alter table sign_off add column board_at timestamp with time zone;
alter table sign_off add column stopped_at timestamp with time zone;
alter table sign_off add column due_when_stopped timestamp with time zone;

-- How many people sign for the partner.
alter table sign_off add column signatories integer default 1 not null;

-- More time that the lead or the Board gave a partner, in order.
create table sign_off_more_time (
    sign_off        bigint       not null references sign_off,
    position        integer      not null,
    until           date         not null,
    reason          text         not null,
    person          varchar(255) not null,
    person_name     varchar(255) not null,
    given_at        timestamp with time zone not null,
    primary key (sign_off, position)
);

-- Questions of a partner's people to the lead, in order.
create table sign_off_question (
    sign_off        bigint       not null references sign_off,
    position        integer      not null,
    step            varchar(30)  not null,
    question        text         not null,
    person          varchar(255) not null,
    person_name     varchar(255) not null,
    asked_at        timestamp with time zone not null,
    answer          text,
    answered_by     varchar(255),
    answered_name   varchar(255),
    answered_at     timestamp with time zone,
    primary key (sign_off, position)
);
