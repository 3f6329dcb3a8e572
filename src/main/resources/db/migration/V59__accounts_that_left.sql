-- Accounts that may not act until an administrator says otherwise; account, groups and record stay. What a deleted account
-- was called stays beside its id, so that pages go on to name whoever led or did something.
create table disabled_account (
    account          varchar(64) primary key,
    reason           text not null,
    disabled_by      varchar(64) not null,
    disabled_by_name varchar(255) not null,
    disabled_at      timestamp with time zone not null
);

alter table account_id add column name varchar(255);
