-- What the directory's pages keep of an organisation beside what its file said.
alter table organisation add column legal_name varchar(300);
alter table organisation add column registered_number varchar(40);
alter table organisation add column address varchar(500);
alter table organisation add column rights_contact varchar(300);
alter table organisation add column complaints_contact varchar(300);
alter table organisation add column breach_contact varchar(300);
alter table organisation add column iao_name varchar(200);
alter table organisation add column iao_email varchar(254);
alter table organisation add column caldicott_name varchar(200);
alter table organisation add column caldicott_email varchar(254);
alter table organisation add column caldicott_none boolean not null default false;
alter table organisation add column delegation text;

-- What it was called before, and the last day on which it was called so.
create table organisation_former_name (
    organisation varchar(40)  not null references organisation,
    name         varchar(200) not null,
    legal_name   varchar(300),
    until_day    date         not null
);

create index organisation_former_name_of on organisation_former_name (organisation);
