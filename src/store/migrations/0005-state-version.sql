-- The highest version of account state that was ever written here: a Kairos that knows less refuses to start.
alter table install add column state_version integer not null default 1;
