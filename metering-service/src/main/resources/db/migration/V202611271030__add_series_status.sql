alter table series_day_block
  add column status_of smallint[] check (cardinality(status_of) = 96 and -1 <= all (status_of)),
  add column statuses  text[],
  add check ((status_of is null) = (statuses is null));
comment on column series_day_block.status_of is 'Per quarter-hour the index, from 0, into statuses; -1 where nothing was said; null if nothing was said on the day.';
comment on column series_day_block.statuses is 'Distinct statuses (MSCONS STS) as qualifier:code parted by blanks: Z33 hint, Z32 method and Z40 reason of a substitute, Z34 reason of a correction.';
