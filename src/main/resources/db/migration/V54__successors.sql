-- From which day an organisation is part of another one, which runs what was its. Of a split the others stand beside.
alter table organisation add column succeeded_on date;
alter table organisation add column succeeded_by varchar(40) references organisation;
alter table organisation add column also_succeeded_by varchar(2000);

-- Whose project leads lead a project of which the lead organisation is part of another one now.
alter table project add column run_by varchar(40);

-- Which organisations are parties to a published agreement, to find it by what they are called today or were called before.
create table agreement_party (
    agreement    varchar(20) not null references agreement,
    organisation varchar(40) not null,
    primary key (agreement, organisation)
);

insert into agreement_party (agreement, organisation)
select distinct a.reference, p.organisation from agreement a join project_partner p on p.project = a.reference;

create index agreement_party_organisation on agreement_party (organisation);
