-- What runs the place: this installation, its rulebooks, keys and stops.

-- One row. secret makes chance (design §1); key_id names the master key that the data needs;
-- journal_from: events before it may have been dropped from the journal.
create table install (
  one          boolean primary key default true check (one),
  secret       bytea not null,
  key_id       text not null,
  created_at   bigint not null,
  journal_from bigint not null default 0
);

create table rulebook_version (
  version      text collate "C" primary key,
  state        text not null check (state in ('draft', 'reviewed', 'published', 'recalled')),
  content      text not null,
  note         text not null,
  submitted_by text not null,
  submitted_at bigint not null,
  reviewed_by  text,
  reviewed_at  bigint,
  published_by text,
  published_at bigint,
  recalled_by  text,
  recalled_at  bigint
);

-- The stop button (G12).
create table pause (
  kind  text not null check (kind in ('all', 'rule', 'channel', 'scope')),
  value text not null,
  since bigint not null,
  by    text not null,
  note  text not null,
  primary key (kind, value)
);

create table api_key (
  hash       text primary key,
  name       text not null unique,
  scopes     text not null,
  created_at bigint not null,
  revoked_at bigint
);
