-- What people sent a moment ago, by a digest of their words: a button that is pressed twice sends the same again.
create table form_sent (
    digest    varchar(64) primary key,
    sent_at   timestamp with time zone not null,
    reference varchar(20)
);
create index form_sent_at on form_sent (sent_at);
