-- What one person is told within a minute goes out in one letter: with which notice this one goes. It stays null for what
-- was sent before. Letters are put together by recipient from what waits.
alter table notice add column sent_with bigint;

create index notice_recipient on notice (recipient, status);
