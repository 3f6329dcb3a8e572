-- Partners that left a project after it was sent to them, and when; they go on reading it as it stood then.
create table project_former_partner (
    project      varchar(20) not null references project,
    position     integer     not null,
    organisation varchar(40) not null,
    left_at      timestamp with time zone not null,
    primary key (project, position)
);

create index project_former_partner_organisation on project_former_partner (organisation);
