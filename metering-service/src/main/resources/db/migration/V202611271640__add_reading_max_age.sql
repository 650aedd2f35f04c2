alter table point_metering add column reading_max_age_seconds bigint
  check (reading_max_age_seconds between 1 and 366 * 86400);
comment on column point_metering.reading_max_age_seconds is 'Up to which age in seconds, inclusive, the last valid reading may stand in within a snapshot of registers; null: none may.';
