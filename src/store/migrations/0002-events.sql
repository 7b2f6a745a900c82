-- What happened, what is to happen, and what could not be decided.

-- One row per decided event, partitioned by the (UTC) day of the event's own time; partitions are made on
-- demand and dropped whole. It serves duplicates, explaining and replay. No personal data.
create table journal (
  shard      smallint not null,
  account    text collate "C" not null,
  time       bigint not null,
  source     text collate "C" not null,
  id         text collate "C" not null,
  origin     text not null,
  type       text not null,
  line       text,
  v          smallint not null,
  body       text not null,
  extensions text,
  body_hash  bigint not null,
  turn       bigint not null,
  decided_at bigint not null,
  considered text,
  primary key (shard, account, time, source, id)
) partition by range (time);

-- The days that have a partition.
create table journal_day (day integer primary key);

-- Event E for account A at time T: timers and words between accounts.
create table agenda (
  shard   smallint not null,
  account text collate "C" not null,
  id      text collate "C" not null,
  due     bigint not null,
  line    text,
  type    text not null,
  body    text not null,
  primary key (shard, account, id)
);
create index agenda_due on agenda (due);

-- Events that were kept but not decided. waiting: for their line, up to 24 h. raw is encrypted.
create table set_aside (
  seq         bigint generated always as identity primary key,
  state       text not null check (state in ('waiting', 'set-aside', 'replayed', 'discarded')),
  reason      text,
  note        text not null,
  origin      text not null,
  source      text not null,
  id          text not null,
  type        text not null,
  time        bigint not null,
  shard       smallint,
  account     text,
  number_hash bytea,
  raw         bytea,
  since       bigint not null,
  changed_at  bigint not null
);
create index set_aside_number on set_aside (number_hash) where state = 'waiting';
create index set_aside_account on set_aside (shard, account) where state = 'waiting';
create index set_aside_since on set_aside (since) where state = 'waiting';

-- Counts made while things happen, to be compared with the rows that they left (G8). day: days since
-- 1970 in Beijing time.
create table tally (
  name  text collate "C" not null,
  day   integer not null,
  count bigint not null,
  primary key (name, day)
) with (fillfactor = 20);

-- When a source was last heard of (G13).
create table source_seen (
  source       text collate "C" primary key,
  last_time    bigint not null,
  last_arrival bigint not null
) with (fillfactor = 50);

create table alarm (
  seq       bigint generated always as identity primary key,
  kind      text not null,
  key       text not null,
  account   text,
  line      text,
  at        bigint not null,
  note      text not null,
  closed_at bigint
);
create unique index alarm_open on alarm (kind, key) where closed_at is null;
