alter table closing_version add column inputs_form smallint not null default 1 check (inputs_form in (1, 2));
comment on column closing_version.inputs_form is 'How inputs_sha256 was made: 1 over values in one stream (nothing listed), 2 over the rows of closing_input_key and closing_input.';

create table closing_input_key (
  tenant   text    not null,
  closing  uuid    not null,
  version  integer not null,
  from_day date    not null,
  to_day   date    not null check (to_day > from_day),
  key      text    not null,
  primary key (tenant, closing, version, from_day),
  foreign key (tenant, closing, version) references closing_version
);
comment on table closing_input_key is 'Which key a version used on which local days; days without any member are left out.';
comment on column closing_input_key.to_day is 'First local day after.';
comment on column closing_input_key.key is 'Method, for a CASCADE with the methods of its groups.';
alter table closing_input_key enable row level security;
alter table closing_input_key force row level security;
create policy tenant_only on closing_input_key using (tenant = current_setting('nachbarstrom.tenant', true));
create trigger closing_input_key_is_append_only before update or delete on closing_input_key
  for each row execute function refuse_change();

create table closing_input (
  tenant           text       not null,
  closing          uuid       not null,
  version          integer    not null,
  accounting_point text       not null,
  from_day         date       not null,
  direction        text       not null check (direction in ('CONSUMPTION', 'GENERATION')),
  terms            text       not null,
  leads            boolean    not null,
  metering_point   text       check (metering_point ~ '^[A-Z]{2}[0-9]{11}[0-9A-Z]{20}$'),
  borrowed         smallint[],
  metered          bigint[]   not null check (cardinality(metered) >= 1 and 0 <= all (metered)),
  values_sha256    bytea      not null,
  primary key (tenant, closing, version, accounting_point, from_day),
  foreign key (tenant, closing, version) references closing_version,
  check (octet_length(values_sha256) = 32 * cardinality(metered)),
  check ((metering_point is null) = (borrowed is null)),
  check (borrowed is null or cardinality(borrowed) = cardinality(metered))
);
comment on table closing_input is 'What a version used of a member: one row for adjacent local days on the same terms, the arrays with one element per day. Enough to check inputs_sha256 again when the values themselves are gone.';
comment on column closing_input.terms is 'Fixed share in millionths of a percent, and group and participation in percent unless they are none and all.';
comment on column closing_input.leads is 'Whether what is due once per point and day was counted in this community.';
comment on column closing_input.metering_point is 'Metering point whose values stood in where the accounting point had no usable one of its own; null: none did.';
comment on column closing_input.borrowed is 'Quarter-hours of each day that came from the metering point.';
comment on column closing_input.metered is 'Energy of each day that takes part, in 10^-6 kWh.';
comment on column closing_input.values_sha256 is '32 bytes per day: SHA-256 over each quarter-hour as 8 bytes energy in 10^-6 kWh, big-endian, and 1 byte quality letter.';
alter table closing_input enable row level security;
alter table closing_input force row level security;
create policy tenant_only on closing_input using (tenant = current_setting('nachbarstrom.tenant', true));
create trigger closing_input_is_append_only before update or delete on closing_input
  for each row execute function refuse_change();
