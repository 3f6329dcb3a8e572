-- Several assurance schemes for an organisation, each with its result or why it does not apply; codes of assurance-schemes and
-- assurance-results. What was known of the toolkit and of Cyber Essentials moves here; its columns stay for copies of the release
-- before that still run.
create table organisation_assurance (
    organisation   varchar(40) not null references organisation,
    scheme         varchar(60) not null,
    result         varchar(60),
    edition        varchar(60),
    reached_on     date,
    valid_until    date,
    evidence       varchar(500),
    not_applicable varchar(1000),
    primary key (organisation, scheme)
);

insert into organisation_assurance (organisation, scheme, result, edition, valid_until)
select code, 'dspt', 'dspt-' || lower(replace(dspt_status, '_', '-')),
    cast(dspt_year - 1 as varchar(4)) || '-' || right('0' || cast(mod(dspt_year, 100) as varchar(2)), 2),
    case when dspt_status = 'NOT_PUBLISHED' then null else cast(cast(dspt_year + 1 as varchar(4)) || '-06-30' as date) end
from organisation where dspt_status is not null;

insert into organisation_assurance (organisation, scheme, result)
select code, 'cyber-essentials',
    case when cyber_essentials = 'HELD' then 'cyber-essentials-certified' else 'cyber-essentials-working-towards' end
from organisation where cyber_essentials in ('HELD', 'WORKING_TOWARDS');

insert into organisation_assurance (organisation, scheme, result)
select code, 'cyber-essentials-plus', 'cyber-essentials-plus-certified'
from organisation where cyber_essentials = 'PLUS';

-- Who signs, by the scheme of delegation.
create table organisation_signatory (
    organisation varchar(40)  not null references organisation,
    number       integer      not null,
    name         varchar(200) not null,
    post         varchar(200),
    signs        varchar(1000) not null,
    until_day    date,
    primary key (organisation, number)
);

-- Who processes personal data for the organisation.
create table organisation_processor (
    organisation varchar(40)  not null references organisation,
    number       integer      not null,
    name         varchar(200) not null,
    purpose      varchar(1000) not null,
    place        varchar(200),
    contract_end date,
    primary key (organisation, number)
);

alter table organisation add column caldicott_none_why varchar(1000);
