create table point_metering (
  tenant           text        not null,
  accounting_point text        not null,
  revision         integer     not null check (revision >= 1),
  metering_point   text        check (metering_point ~ '^[A-Z]{2}[0-9]{11}[0-9A-Z]{20}$'),
  transformer_factor        integer not null check (transformer_factor between 1 and 1000000),
  register_digits           integer check (register_digits between 3 and 12),
  connection_capacity_watts bigint  check (connection_capacity_watts between 1 and 1000000000000),
  recorded_at      timestamptz not null,
  primary key (tenant, accounting_point, revision)
);
comment on table point_metering is 'How accounting points are metered, one row per revision; the highest revision counts.';
comment on column point_metering.metering_point is 'Where the meter is; null: not known. It meters at most one accounting point per direction.';
comment on column point_metering.transformer_factor is 'What readings of its registers are multiplied by.';
comment on column point_metering.register_digits is 'Digits of its registers before the decimal mark; null: not known.';
comment on column point_metering.connection_capacity_watts is 'Most power that can flow; null: not known.';
create index point_metering_by_metering_point on point_metering (tenant, metering_point);
alter table point_metering enable row level security;
alter table point_metering force row level security;
create policy tenant_only on point_metering using (tenant = current_setting('nachbarstrom.tenant', true));
create trigger point_metering_is_append_only before update or delete on point_metering
  for each row execute function refuse_change();
