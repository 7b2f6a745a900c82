-- Dry runs of rulebooks: what a draft would change, tried on the journal.
--
--   running ──► finished (result) | failed (note) | cancelled
--
-- content: hash of the files that were tried; a version with the same content may be published. seen_at: the process that
-- runs it says so every few seconds. accounts: all of them; of_all: those sampled; hourly_max: what the blast guard allows
-- for, as foreseen for all accounts; null where nothing was there to try it on.
create table dry_run (
  seq         bigint generated always as identity primary key,
  content     text not null,
  version     text not null,
  before      text,
  state       text not null check (state in ('running', 'finished', 'failed', 'cancelled')),
  note        text not null,
  by          text not null,
  since       bigint not null,
  until       bigint not null,
  sample      integer not null,
  started_at  bigint not null,
  seen_at     bigint not null,
  finished_at bigint,
  done        integer not null,
  of_all      integer not null,
  accounts    bigint,
  hourly_max  bigint,
  result      text
);
create index dry_run_content on dry_run (content) where state = 'finished';

-- Messages of an hour that its dry run foresaw (G12); null: the blast guard leaves this version alone.
alter table rulebook_version add column hourly_max bigint;

-- The blast guard stops whole versions.
alter table pause drop constraint pause_kind_check;
alter table pause add constraint pause_kind_check check (kind in ('all', 'rule', 'channel', 'scope', 'version'));

-- Whoever writes or reviews rules may try them.
update api_key set scopes = scopes || ' rulebook:try'
where ' ' || scopes || ' ' like '% rulebook:write %' or ' ' || scopes || ' ' like '% rulebook:review %';
