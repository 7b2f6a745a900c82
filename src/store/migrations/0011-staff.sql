-- People who work with Kairos: who they are, what they may, where they are signed in, whom they looked at, and what was done.

-- Scopes were split: whoever could look everything up still can, whoever makes keys may see to staff and read the audit log.
update api_key set scopes = scopes || ' customers' where ' ' || scopes || ' ' like '% read %';
update api_key set scopes = scopes || ' staff audit' where ' ' || scopes || ' ' like '% admin %';

-- roles, territories: words with blanks between; no territory is everywhere. password: argon2id as a PHC string. totp_enc: the
-- secret of the second factor, sealed; totp_next_enc: one that waits to be confirmed; totp_step: the last code used.
create table staff (
  name          text collate "C" primary key,
  display_name  text not null,
  roles         text not null,
  territories   text not null,
  locale        text not null,
  password      text not null,
  must_change   boolean not null,
  totp_enc      bytea,
  totp_next_enc bytea,
  totp_step     bigint not null default 0,
  created_at    bigint not null,
  disabled_at   bigint
);

-- Of a token only its SHA-256 (hex). The former one is good for requests that were under way when it was replaced.
create table staff_session (
  id           text collate "C" primary key,
  staff        text collate "C" not null references staff,
  token_hash   text not null unique,
  former_hash  text,
  former_until bigint not null default 0,
  csrf         text not null,
  created_at   bigint not null,
  rotated_at   bigint not null,
  seen_at      bigint not null
);
create index staff_session_staff on staff_session (staff);
create unique index staff_session_former on staff_session (former_hash) where former_hash is not null;

-- Which customers a session may look at, and until when; which of the lawful cases it is (FP-09).
create table customer_access (
  session     text collate "C" not null references staff_session on delete cascade,
  shard       smallint not null,
  account     text collate "C" not null,
  lawful_case text not null,
  note        text not null,
  until       bigint not null,
  primary key (session, shard, account)
);

-- Attempts to sign in by name, known or not, under a keyed hash: somebody may type a password where the name belongs.
create table sign_in_attempt (
  name_hash     bytea primary key,
  failures      integer not null,
  last          text not null,
  at            bigint not null,
  blocked_until bigint not null
);
create index sign_in_attempt_at on sign_in_attempt (at);

-- What was done and who was looked at (FP-10). Each entry's hash covers the one before: SHA-256 of that hash, this number and
-- this entry. Whoever adds one holds the head's row until commit, so the chain cannot fork, and the end cannot be cut off unseen.
create table audit (
  seq        bigint primary key,
  at         bigint not null,
  actor_kind text not null check (actor_kind in ('key', 'staff', 'system')),
  actor      text collate "C" not null,
  action     text collate "C" not null,
  object     text collate "C" not null,
  reason     text,
  details    text not null,
  hash       bytea not null
);
create index audit_actor on audit (actor, seq);
create index audit_action on audit (action, seq);

create table audit_head (
  one  boolean primary key default true check (one),
  seq  bigint not null,
  hash bytea not null
);
insert into audit_head (seq, hash) values (0, '');

create function audit_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only added to';
end $$;
create trigger audit_stays before update or delete on audit
  for each statement execute function audit_stays();
