create table value_document (
  tenant          text        not null,
  reference       text        not null,
  sender          text        not null,
  document_number text        not null,
  message_time    timestamptz not null,
  received_at     timestamptz not null,
  recorded_at     timestamptz not null,
  object_kind     text        not null
    check (object_kind in ('MARKET_LOCATION', 'METERING_POINT', 'NETWORK_LOCATION', 'CONFIGURATION')),
  object_id       text        not null,
  device_number   text        not null,
  purpose         text        check (purpose in ('METERED', 'DELIVERY_NOTE')),
  primary key (tenant, reference)
);
comment on table value_document is 'Documents with readings or energy quantities, as received; rows are never changed.';
comment on column value_document.reference is 'Sender, interchange and message.';
comment on column value_document.document_number is 'Number at the sender (BGM 1004), by which the document can be cancelled.';
comment on column value_document.recorded_at is 'Since when it is known.';
comment on column value_document.device_number is 'Number of the meter whose readings these are; empty if not said.';
comment on column value_document.purpose is 'What energy quantities are said for; null for readings.';
create index value_document_by_object on value_document (tenant, object_id);
alter table value_document enable row level security;
alter table value_document force row level security;
create policy tenant_only on value_document using (tenant = current_setting('nachbarstrom.tenant', true));
create trigger value_document_is_append_only before update or delete on value_document
  for each row execute function refuse_change();

create table reading (
  tenant     text        not null,
  reference  text        not null,
  register   text        not null,
  at         timestamptz not null,
  obis       text        not null,
  value      numeric     not null check (value >= 0 and value < 1e12),
  quality    text        not null check (quality in ('MEASURED', 'SUBSTITUTE', 'PROVISIONAL', 'PROPOSED', 'UNUSABLE', 'FORECAST', 'MISSING')),
  read_on    date,
  read_at    timestamptz,
  changed_at timestamptz,
  status     text        not null check (status ~ '^((Z3[234]|Z40|10):[0-9A-Z]{1,3}( |$))*$'),
  primary key (tenant, reference, register, at),
  foreign key (tenant, reference) references value_document
);
comment on table reading is 'What registers showed, by document; the latest document that is not cancelled counts.';
comment on column reading.register is 'C.D.E of the OBIS code, by which codes of different senders are compared.';
comment on column reading.at is 'The moment that counts (DTM+7).';
comment on column reading.value is 'kWh for active energy, with the places sent.';
comment on column reading.changed_at is 'When the metering technology was changed (DTM+60).';
comment on column reading.status is 'MSCONS STS as qualifier:code parted by blanks; empty if nothing was said.';
alter table reading enable row level security;
alter table reading force row level security;
create policy tenant_only on reading using (tenant = current_setting('nachbarstrom.tenant', true));
create trigger reading_is_append_only before update or delete on reading
  for each row execute function refuse_change();

create table energy_quantity (
  tenant    text        not null,
  reference text        not null,
  register  text        not null,
  period    text        not null check (period in ('SPAN', 'MONTH', 'DAY')),
  starts_at timestamptz not null,
  ends_at   timestamptz not null check (ends_at > starts_at),
  obis      text        not null,
  value     numeric     not null check (abs(value) < 1e12),
  quality   text        not null check (quality in ('MEASURED', 'SUBSTITUTE', 'PROVISIONAL', 'PROPOSED', 'UNUSABLE', 'FORECAST', 'MISSING')),
  status    text        not null check (status ~ '^((Z3[234]|Z40|10):[0-9A-Z]{1,3}( |$))*$'),
  primary key (tenant, reference, register, period, starts_at, ends_at),
  foreign key (tenant, reference) references value_document
);
comment on table energy_quantity is 'Energy quantities and maxima of power, by document; the latest document that is not cancelled counts.';
comment on column energy_quantity.register is 'C.D.E of the OBIS code; D = 6 is a maximum of power.';
comment on column energy_quantity.period is 'How the period was said: as a span, or as a month or day of the German market.';
comment on column energy_quantity.value is 'kWh, kW for a maximum, with the places sent; negative for corrections.';
comment on column energy_quantity.status is 'MSCONS STS as qualifier:code parted by blanks; empty if nothing was said.';
alter table energy_quantity enable row level security;
alter table energy_quantity force row level security;
create policy tenant_only on energy_quantity using (tenant = current_setting('nachbarstrom.tenant', true));
create trigger energy_quantity_is_append_only before update or delete on energy_quantity
  for each row execute function refuse_change();

create table document_cancellation (
  tenant           text        not null,
  reference        text        not null,
  sender           text        not null,
  cancelled_number text        not null,
  message_time     timestamptz not null,
  received_at      timestamptz not null,
  recorded_at      timestamptz not null,
  primary key (tenant, reference)
);
comment on table document_cancellation is 'Documents taken back by their sender; rows are never changed.';
comment on column document_cancellation.message_time is 'Void is what was sent under the number up to this time, also if it arrives later.';
create index document_cancellation_by_document on document_cancellation (tenant, sender, cancelled_number);
alter table document_cancellation enable row level security;
alter table document_cancellation force row level security;
create policy tenant_only on document_cancellation using (tenant = current_setting('nachbarstrom.tenant', true));
create trigger document_cancellation_is_append_only before update or delete on document_cancellation
  for each row execute function refuse_change();
