-- One data protection impact assessment for each project: screening, the seven steps, advice and decision.
create table dpia (
    reference           varchar(20) not null primary key,
    version             bigint      not null,
    status              varchar(20) not null,

    -- Screening
    remarks             text,
    why_still_holds     text,
    screening_outcome   varchar(20),
    screening_reason    text,
    dpia_needed         boolean,
    need_reason         text,
    need_decided_by     varchar(255),
    need_decided_name   varchar(255),
    need_decided_at     timestamp with time zone,

    -- Steps 1 and 2: need and description
    contact             varchar(500),
    aims                text,
    processing          text,
    why_needed          text,
    handling            text,
    sources             text,
    sharing             text,
    high_risk           text,
    information_kind    text,
    amount              text,
    kept                text,
    individuals         text,
    area                text,
    relationship        text,
    control             text,
    expectation         text,
    vulnerable          text,
    concerns            text,
    technology          text,
    public_concern      text,
    codes               text,
    purpose             text,
    effect              text,
    benefits            text,

    -- Step 3: consultation
    asks_individuals    boolean,
    views               text,
    why_not_asked       text,
    internal            text,
    processors_asked    text,
    experts             text,

    -- Step 4: necessity and proportionality
    lawful_basis        text,
    achieves            text,
    other_way           text,
    function_creep      text,
    quality             text,
    informing           text,
    rights              text,
    processors_comply   text,
    transfers           text,

    -- Step 7: advice and decision
    advice              varchar(30),
    advice_summary      text,
    advised_by          varchar(255),
    advised_name        varchar(255),
    advised_at          timestamp with time zone,
    advice_stands       boolean     not null,
    decision            varchar(20),
    decision_reasons    text,
    approver_role       varchar(250),
    departs_from_views  boolean,
    departure_reasons   text,
    kept_under_review_by varchar(250),
    decided_by          varchar(255),
    decided_name        varchar(255),
    decided_at          timestamp with time zone,
    constraint dpia_status check (status in ('IN_PROGRESS', 'APPROVED', 'REJECTED', 'NOT_REQUIRED')),
    constraint dpia_not_approved_without_a_decision check (status <> 'APPROVED' or (decision = 'APPROVE' and decided_at is not null))
);

-- The criteria of the screening that the project meets, in the words of the form.
create table dpia_criterion (
    reference varchar(20)   not null references dpia,
    position  integer       not null,
    list      varchar(20)   not null,
    words     varchar(1000) not null,
    primary key (reference, position)
);

-- Steps 5 and 6: risks and measures. Levels are empty until the risks are graded.
create table dpia_risk (
    reference           varchar(20)  not null references dpia,
    position            integer      not null,
    source              text         not null,
    impact              text         not null,
    likelihood          varchar(20)  not null,
    severity            varchar(20)  not null,
    level               varchar(20),
    measure             text         not null,
    effect              varchar(20)  not null,
    residual_likelihood varchar(20)  not null,
    residual_severity   varchar(20)  not null,
    residual_level      varchar(20),
    owner               varchar(250) not null,
    due_date            date,
    primary key (reference, position)
);
