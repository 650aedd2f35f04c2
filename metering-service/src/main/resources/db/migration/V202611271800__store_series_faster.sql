-- When messages came is told by their day blocks: a series is no longer written by every message.
alter table series drop column first_received_at, drop column last_received_at;

-- The same letters and digits as before; a regular expression took as long as the rest of a row.
alter table series_day_block drop constraint series_day_version_qualities_check;
alter table series_day_block add check (
  qualities <> '' and translate(qualities, 'MSPRUFX.0123456789', '') = '');
