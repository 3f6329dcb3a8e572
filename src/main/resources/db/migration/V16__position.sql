-- What a partner is asked beside its decision. Reviews that were open before are asked as they were.
alter table sign_off add column position_asked boolean default false not null;
alter table sign_off add column policy_document_asked boolean default false not null;

-- The partner's position on the lead organisation's DPIA, with what differs for it or why it dissents.
alter table sign_off add column dpia_position varchar(30);
alter table sign_off add column dpia_position_words text;

-- The partner's own appropriate policy document.
alter table sign_off add column policy_document varchar(1000);
alter table sign_off add column policy_review date;
