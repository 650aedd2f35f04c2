alter table point_metering add column valid_from date;
comment on table point_metering is 'How accounting points are metered, one row per revision; of a day the highest revision counts that holds on it.';
comment on column point_metering.valid_from is 'First local day in the zone of the market on which it holds; null: it always did.';
