alter table point_metering add column check_point text check (check_point <> accounting_point);
comment on column point_metering.check_point is 'Accounting or metering point whose series is held against this one''s; null: none.';
create index point_metering_by_check_point on point_metering (tenant, check_point) where check_point is not null;
