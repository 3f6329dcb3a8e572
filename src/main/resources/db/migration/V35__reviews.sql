-- What the partner's people said, in the order in which they said it: several of them may review one version, each once.
-- A review keeps the office in which it was given, the position on the assessment that it took and the policy document that
-- it named. What was said before counts as said in the order of the steps; the only review is the first.
create table sign_off_said (
    sign_off             bigint       not null references sign_off,
    position             integer      not null,
    step                 varchar(30)  not null,
    office               varchar(30),
    decision             varchar(30)  not null,
    dpia_position        varchar(30),
    dpia_position_words  text,
    policy_document      varchar(1000),
    policy_review        date,
    refusal_ground       varchar(500),
    provision            text,
    person               varchar(255) not null,
    person_name          varchar(255) not null,
    person_role          varchar(200),
    given_at             timestamp with time zone not null,
    deputy_for           varchar(255),
    deputy_for_name      varchar(255),
    acting_organisation  varchar(40),
    sole_holder          boolean default false not null,
    primary key (sign_off, position),
    constraint sign_off_said_once unique (sign_off, step, person)
);
insert into sign_off_said (sign_off, position, step, office, decision, dpia_position, dpia_position_words, policy_document,
        policy_review, refusal_ground, provision, person, person_name, person_role, given_at, deputy_for, deputy_for_name,
        acting_organisation, sole_holder)
    select said.sign_off,
        row_number() over (partition by said.sign_off order by
            case said.step when 'REVIEW' then 1 when 'CONFIDENTIAL_USE' then 2 when 'SIGNATURE' then 3
                when 'SECOND_SIGNATURE' then 4 else 5 end) - 1,
        said.step,
        case said.step when 'REVIEW' then 'IG_OFFICER' end,
        said.decision,
        case said.step when 'REVIEW' then asked.dpia_position end,
        case said.step when 'REVIEW' then asked.dpia_position_words end,
        case said.step when 'REVIEW' then asked.policy_document end,
        case said.step when 'REVIEW' then asked.policy_review end,
        said.refusal_ground, said.provision, said.person, said.person_name, said.person_role, said.given_at,
        said.deputy_for, said.deputy_for_name, said.acting_organisation, said.sole_holder
    from sign_off_statement said join sign_off asked on asked.id = said.sign_off;
drop table sign_off_statement;
alter table sign_off_said rename to sign_off_statement;

-- Rows belong to what was said, no longer to a step. The columns of sign_off for position and policy document stay as they
-- were and are not read any more.
alter table sign_off_condition add column statement integer;
update sign_off_condition set statement = (
    select said.position from sign_off_statement said
    where said.sign_off = sign_off_condition.sign_off and said.step = sign_off_condition.step);
alter table sign_off_condition alter column statement set not null;
alter table sign_off_comment add column statement integer;
update sign_off_comment set statement = (
    select said.position from sign_off_statement said
    where said.sign_off = sign_off_comment.sign_off and said.step = sign_off_comment.step);
alter table sign_off_comment alter column statement set not null;

-- The office in which somebody asked the lead; empty for questions of before, whose step says it.
alter table sign_off_question add column office varchar(30);
