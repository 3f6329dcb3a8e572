create sequence project_number;

create table project (
    reference           varchar(20)  not null primary key,
    version             bigint       not null,
    lead                varchar(255) not null,
    lead_organisation   varchar(40)  not null,
    proposed_at         timestamp with time zone not null,
    status              varchar(20)  not null,
    sent_to_partners    boolean      not null,
    end_reason          text,

    title               varchar(250) not null,
    urgency             varchar(20)  not null,
    urgency_reason      text,
    vision_who          text         not null,
    vision_need         text         not null,
    vision_what         text         not null,
    vision_between      text         not null,
    vision_benefit      text         not null,
    vision_measure      text         not null,

    on_behalf_of        varchar(40),
    purpose             text,
    necessity           text,
    benefits            text,
    data_subjects       text,
    volume              varchar(1000),

    other_organisations text,
    joining_and_leaving text,

    retention           text,
    retention_period    varchar(20),
    deletion            text,
    minimisation        text,
    accuracy            text,
    security_measures   text,
    staff_access        text,
    onward_use          text,
    breaches            text,
    informing           text,
    rights              text,
    contact             varchar(250),
    start_date          date,
    review_years        integer,
    end_date            date
);

create index project_lead on project (lead);
create index project_lead_organisation on project (lead_organisation);

create table project_data_item (
    project  varchar(20)  not null references project,
    position integer      not null,
    name     varchar(500) not null,
    kind     varchar(100) not null,
    primary key (project, position)
);

create table project_partner (
    project      varchar(20) not null references project,
    position     integer     not null,
    organisation varchar(40) not null,
    part         varchar(20) not null,
    role         varchar(20) not null,
    primary key (project, position)
);

create index project_partner_organisation on project_partner (organisation);

-- Senders and recipients are organisation codes separated by spaces.
create table project_flow (
    project           varchar(20)  not null references project,
    position          integer      not null,
    senders           text         not null,
    recipients        text         not null,
    what              text         not null,
    purpose           text,
    method            varchar(250) not null,
    frequency         varchar(250) not null,
    security          text         not null,
    article6          varchar(250) not null,
    article9          varchar(250),
    schedule1         varchar(250),
    policy_document   varchar(1000),
    policy_review     date,
    law_enforcement   boolean      not null,
    schedule8         varchar(250),
    power             text         not null,
    confidentiality   varchar(250),
    confidential_care boolean      not null,
    opt_out           varchar(250),
    copy_reason       text,
    primary key (project, position)
);

create table project_revision (
    project     varchar(20)  not null references project,
    position    integer      not null,
    scope       varchar(20)  not null,
    response    text         not null,
    person      varchar(255) not null,
    person_name varchar(255) not null,
    revised_at  timestamp with time zone not null,
    primary key (project, position)
);
