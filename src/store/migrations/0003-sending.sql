-- Reminders and what became of them.

-- trail is a JSON array without its brackets: one element [at, state, reason, note, due] per step.
create table reminder (
  shard        smallint not null,
  account      text collate "C" not null,
  id           text collate "C" not null,
  line         text collate "C" not null,
  rule         text not null,
  touchpoint   text not null,
  template     text not null,
  version      text not null,
  lane         smallint not null,
  cause_source text not null,
  cause_id     text not null,
  cause_time   bigint not null,
  facts        text not null,
  steps        text not null,
  planned_at   bigint not null,
  decision     bigint not null,
  group_id     text,
  place        smallint not null,
  province     text,
  city         text,
  state        text not null,
  reason       text,
  due          bigint not null,
  useful_until bigint not null,
  channel      text not null,
  rung         smallint not null,
  concluded_at bigint,
  trail        text not null,
  primary key (shard, account, id)
) with (fillfactor = 80);
-- What dispatch claims, in its order (G3).
create index reminder_planned on reminder (channel, lane, due, decision) where state = 'planned';
create index reminder_due on reminder (due) where state = 'planned';

-- A message handed to a gateway.
--
--   decided ──► accepted ──► concluded (outcome)        in-doubt: handed over, but no answer came (G4)
--      └──────► in-doubt ───────┘
create table attempt (
  shard        smallint not null,
  account      text collate "C" not null,
  id           text collate "C" not null,
  reminder     text collate "C" not null,
  line         text collate "C" not null,
  channel      text not null,
  gateway      text collate "C" not null,
  lane         smallint not null,
  language     text not null,
  text_enc     bytea,
  encoding     text not null,
  parts        smallint not null,
  decided_at   bigint not null,
  valid_until  bigint not null,
  number_hash  bytea,
  state        text not null check (state in ('decided', 'accepted', 'in-doubt', 'concluded')),
  message_id   text,
  answered_at  bigint,
  concluded_at bigint,
  outcome      text,
  code         text,
  primary key (shard, account, id)
) with (fillfactor = 80);
create index attempt_open on attempt (gateway, number_hash) where state <> 'concluded';

-- Which attempt a gateway's message id stands for.
create table handed (
  gateway    text collate "C" not null,
  message_id text collate "C" not null,
  shard      smallint not null,
  account    text not null,
  attempt    text not null,
  at         bigint not null,
  primary key (gateway, message_id)
);

-- Receipts that match nothing yet: they may have overtaken the answer. Kept 48 h.
create table stray_receipt (
  gateway      text collate "C" not null,
  message_id   text collate "C" not null,
  number_hash  bytea not null,
  outcome      text not null,
  code         text not null,
  submitted_at bigint,
  at           bigint not null,
  since        bigint not null,
  primary key (gateway, message_id)
);

-- One process holds a gateway.
create table gateway_lease (
  gateway text collate "C" primary key,
  epoch   integer not null,
  holder  text not null,
  until   bigint not null
);
