create table value_request (
  tenant           text        not null,
  accounting_point text        not null,
  request_key      text        not null check (char_length(request_key) <= 300),
  from_day         date        not null,
  to_day           date        not null check (to_day > from_day),
  note             text        not null check (char_length(note) <= 500),
  requested_at     timestamptz not null,
  primary key (tenant, accounting_point, request_key),
  unique (tenant, accounting_point, requested_at)
);
comment on table value_request is 'That values were asked for; rows are never changed.';
comment on column value_request.request_key is 'By which a repetition is known: what the caller chose, or the local day and the days asked for.';
comment on column value_request.from_day is 'First local day in the zone of the market.';
comment on column value_request.to_day is 'First local day after, exclusive.';
comment on column value_request.requested_at is 'Recording instant, since when it is known.';
alter table value_request enable row level security;
alter table value_request force row level security;
create policy tenant_only on value_request using (tenant = current_setting('nachbarstrom.tenant', true));
create trigger value_request_is_append_only before update or delete on value_request
  for each row execute function refuse_change();
