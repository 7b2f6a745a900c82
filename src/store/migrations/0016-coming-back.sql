-- Coming back after an outage, or from a backup (G14).

-- When an engine was last at work here, to some seconds.
alter table install add column alive_at bigint;

-- What an outage or a restore left due waits for staff: one row while it does. What is of before `until` is held; from `lost_from` on
-- nobody was at work, or what was done is lost. compared_…: the gateways' log that was looked at.
create table hold (
  one              boolean primary key default true check (one),
  kind             text not null check (kind in ('outage', 'restore')),
  lost_from        bigint not null,
  until            bigint not null,
  per_second       double precision not null,
  compared_by      text,
  compared_at      bigint,
  compared_entries bigint not null default 0
);

-- What staff have said of a class (its lane): let it go, or withhold it.
create table hold_order (
  lane smallint primary key,
  word text not null check (word in ('release', 'withhold')),
  by   text not null,
  at   bigint not null,
  note text not null
);

-- What a gateway's log says was handed to it and this database does not know. Numbers as keyed hashes, as everywhere.
create table handed_elsewhere (
  number_hash bytea not null,
  at          bigint not null,
  gateway     text collate "C" not null,
  message_id  text collate "C" not null,
  primary key (number_hash, at, gateway, message_id)
);

-- Receipts of what was handed over in the lost time are such word too.
create index stray_receipt_number on stray_receipt (number_hash);
