-- Who gets one letter each working day instead of one for each thing they are told.
create table daily_letter (
    person varchar(255) primary key,
    since  timestamp with time zone not null
);

-- What waits for that letter: until when, what is still to be done when it is of any use, and until when it is.
alter table notice add column held_until timestamp with time zone;
alter table notice add column asks varchar(100);
alter table notice add column useful_until timestamp with time zone;
