-- The organisations of Greater Manchester. A partnership is not a legal entity: it has members and, mostly, a host.
create table organisation (
    code                   varchar(40)  not null primary key,
    name                   varchar(200) not null unique,
    sector                 varchar(30)  not null,
    legal_entity           boolean      not null,
    hosted_by              varchar(40)  references organisation,
    ig_handled_by          varchar(40)  references organisation,
    ico_registration       varchar(20),
    ico_expiry             date,
    dspt_status            varchar(30),
    dspt_year              integer,
    cyber_essentials       varchar(20),
    dpo_name               varchar(200),
    dpo_email              varchar(254),
    email                  varchar(254),
    demo                   boolean      not null default false,
    version                bigint       not null default 0,
    constraint dspt_has_a_year check ((dspt_status is null) = (dspt_year is null))
);

create table organisation_member (
    partnership varchar(40) not null references organisation,
    member      varchar(40) not null references organisation,
    primary key (partnership, member)
);

create index organisation_member_member on organisation_member (member);
