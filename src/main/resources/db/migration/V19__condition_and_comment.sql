-- Conditions as obligations: what has to be done, who sees to it and by when. Those that were typed as one text before
-- have neither owner nor date.
create table sign_off_condition (
    sign_off    bigint       not null references sign_off,
    position    integer      not null,
    step        varchar(30)  not null,
    text        text         not null,
    owner       varchar(250),
    owner_name  varchar(300),
    due         date,
    primary key (sign_off, position)
);
insert into sign_off_condition (sign_off, position, step, text)
    select sign_off, row_number() over (partition by sign_off order by given_at, step) - 1, step, conditions
    from sign_off_statement
    where conditions is not null;
alter table sign_off_statement drop column conditions;

-- Comments, each with the section of the agreement that it is about.
create table sign_off_comment (
    sign_off    bigint       not null references sign_off,
    position    integer      not null,
    step        varchar(30)  not null,
    section     text         not null,
    text        text         not null,
    primary key (sign_off, position)
);
insert into sign_off_comment (sign_off, position, step, section, text)
    select sign_off, row_number() over (partition by sign_off order by given_at, step) - 1, step, 'The agreement as a whole', comments
    from sign_off_statement
    where comments is not null;
alter table sign_off_statement drop column comments;

-- Conditions of signatures are followed up as measures, as what assessments promise is.
alter table measure add column partner varchar(40);
alter table measure add column partner_name varchar(300);
alter table measure add column number integer;
alter table measure drop constraint measure_of_a_risk_or_a_section;
alter table measure add constraint measure_has_one_origin check (
    (case when risk is null then 0 else 1 end)
    + (case when section is null then 0 else 1 end)
    + (case when partner is null then 0 else 1 end) = 1);
alter table measure add constraint measure_of_a_condition_has_its_number check (
    (partner is null) = (number is null) and (partner is null) = (partner_name is null));
