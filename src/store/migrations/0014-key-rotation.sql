-- The key of the index of numbers, wrapped by the master key; null while it is the one derived from the master key. It stays
-- when the master key changes: what it hashed cannot all be hashed anew, for the journal keeps no bodies.
alter table install add column index_key_enc bytea;

-- A change of the master key that is under way; install.key_id names the former key until its end. Each customer's row
-- names its own; aside_seq: events set aside up to here are sealed under the new one.
create table key_rotation (
  one       boolean primary key default true check (one),
  key_id    text not null,
  since     bigint not null,
  aside_seq bigint not null default 0
);
