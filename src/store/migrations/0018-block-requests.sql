-- Blocks of reminders (NF-12): asked for by one member of staff, decided on by another, kept for good. What is in force
-- stands in the account's state; this is the record of how it came there.
create table block_request (
  seq        bigint generated always as identity primary key,
  shard      smallint not null,
  account    text collate "C" not null,
  line       text collate "C",
  kind       text not null,
  value      text not null,
  until      bigint not null,
  -- asked, approved, refused, lifted; that it has ended is told by its time.
  state      text not null default 'asked',
  asked_by   text not null,
  asked_at   bigint not null,
  reason     text not null,
  decided_by text,
  decided_at bigint,
  decided_note text,
  lifted_by  text,
  lifted_at  bigint,
  lifted_note text
);
create index block_request_account on block_request (shard, account, seq);
create index block_request_asked on block_request (seq) where state = 'asked';
