-- Ids that are old enough to go are found without reading all the others.
create index handed_at on handed (at);
