create table rating (
  tenant           text        not null,
  closing          uuid        not null,
  version          integer     not null check (version >= 1),
  accounting_point text        not null,
  community        text        not null,
  zone             text        not null,
  from_day         date        not null,
  to_day           date        not null check (to_day > from_day),
  starts_at        timestamptz not null,
  ends_at          timestamptz not null check (ends_at > starts_at),
  state            text        not null check (state in ('WAITING', 'RATED', 'SUPERSEDED')),
  missing          text        not null,
  lines            text        not null,
  energy           text        not null,
  retry            boolean     not null default false,
  traceparent      text        not null,
  recorded_at      timestamptz not null,
  changed_at       timestamptz not null,
  primary key (tenant, closing, version, accounting_point),
  check ((state = 'WAITING') = (missing <> '[]'))
);
comment on table rating is 'The energy of a member in a closing version and what it costs.';
comment on column rating.missing is 'JSON: which prices are missing; empty list unless WAITING.';
comment on column rating.lines is 'JSON: line items; amounts in 10^-6 EUR, energies in 10^-6 kWh.';
comment on column rating.energy is 'JSON: quantities per local day in 10^-6 kWh.';
comment on column rating.retry is 'A price has changed since it was found missing.';
create index rating_retry on rating (tenant, recorded_at) where state = 'WAITING' and retry;
alter table rating enable row level security;
alter table rating force row level security;
create policy tenant on rating using (tenant = current_setting('nachbarstrom.tenant', true));

create function rating_is_final() returns trigger language plpgsql as $$
begin
  if old.state <> 'WAITING' then
    raise exception 'rating % of closing % version % is final', old.accounting_point, old.closing, old.version;
  end if;
  return new;
end $$;
create trigger rating_is_final before update on rating for each row execute function rating_is_final();

create table retry_queue (
  number bigint generated always as identity primary key,
  tenant text   not null
);
comment on table retry_queue is 'Price changes of tenants with waiting ratings; read across tenants by the worker.';
