-- Whom a provider knows and whose link to an account an administrator ended: what the provider said before the end counts no
-- more. A sign-in after it may link again.
create table ended_provider_link (
    issuer   varchar(500) not null,
    subject  varchar(255) not null,
    ended_at timestamp with time zone not null,
    primary key (issuer, subject)
);
