-- Sections of the assessment that are written and sent back by themselves.
create table dpia_section (
    reference  varchar(20)  not null references dpia,
    section    varchar(20)  not null,
    is_open    boolean      not null,
    saved_by   varchar(255),
    saved_name varchar(255),
    saved_at   timestamp with time zone,
    primary key (reference, section)
);

insert into dpia_section (reference, section, is_open)
select d.reference, s.section, d.status = 'IN_PROGRESS'
from dpia d
cross join (values ('NEED'), ('NATURE'), ('SCOPE'), ('CONTEXT'), ('PURPOSES'), ('CONSULTATION'), ('NECESSITY'), ('RISKS')) as s (section);

-- Advice of the data protection officers of several organisations, in the order in which they were named.
create table dpia_advice (
    reference    varchar(20) not null references dpia,
    position     integer     not null,
    organisation varchar(40) not null,
    state        varchar(20) not null,
    review_by    date,
    advice       varchar(30),
    summary      text,
    advised_by   varchar(255),
    advised_name varchar(255),
    advised_at   timestamp with time zone,
    primary key (reference, position),
    constraint dpia_advice_given check (state <> 'GIVEN' or (advice is not null and advised_at is not null))
);

insert into dpia_advice (reference, position, organisation, state, advice, summary, advised_by, advised_name, advised_at)
select d.reference, 0, p.lead_organisation, case when d.advice_stands then 'GIVEN' else 'REQUESTED' end,
       d.advice, d.advice_summary, d.advised_by, d.advised_name, d.advised_at
from dpia d
join project p on p.reference = d.reference
where d.advice is not null;

alter table dpia drop column advice;
alter table dpia drop column advice_summary;
alter table dpia drop column advised_by;
alter table dpia drop column advised_name;
alter table dpia drop column advised_at;
alter table dpia drop column advice_stands;

-- How each of them marked the sections.
create table dpia_mark (
    reference    varchar(20) not null references dpia,
    position     integer     not null,
    organisation varchar(40) not null,
    section      varchar(20) not null,
    mark         varchar(20) not null,
    comment      text,
    owner        varchar(250),
    due_date     date,
    primary key (reference, position)
);

alter table dpia add column advisers varchar(4000);
update dpia set advisers = '' where internal is not null;
alter table dpia add column why_not_reduced text;
alter table dpia add column missing_advice_reason text;
alter table dpia add column missing_advice_by varchar(255);
alter table dpia add column missing_advice_name varchar(255);
alter table dpia add column missing_advice_at timestamp with time zone;
alter table dpia add column overrule_reasons text;
alter table dpia add column overrule_role varchar(250);
alter table dpia add column overruled_by varchar(255);
alter table dpia add column overruled_name varchar(255);
alter table dpia add column overruled_at timestamp with time zone;
alter table dpia add column mend_reasons text;
alter table dpia add column mend_by varchar(255);
alter table dpia add column mend_name varchar(255);
alter table dpia add column mend_at timestamp with time zone;

alter table dpia drop constraint dpia_status;
alter table dpia add constraint dpia_status check (status in ('IN_PROGRESS', 'APPROVED', 'REJECTED', 'NOT_REQUIRED', 'STOPPED'));
