create table retention_horizon (
  tenant    text        not null primary key,
  kept_from timestamptz not null check (kept_from = date_trunc('day', kept_from, 'UTC'))
);
comment on table retention_horizon is 'From when on quarter-hours of persons are kept, per tenant; it only moves forwards.';
comment on column retention_horizon.kept_from is 'UTC midnight, the begin of a day block.';
alter table retention_horizon enable row level security;
alter table retention_horizon force row level security;
create policy tenant_only on retention_horizon using (tenant = current_setting('nachbarstrom.tenant', true));
create function refuse_earlier_horizon() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or new.kept_from < old.kept_from then
    raise exception 'a horizon only moves forwards';
  end if;
  return new;
end $$;
create trigger retention_horizon_moves_forwards before update or delete on retention_horizon
  for each row execute function refuse_earlier_horizon();

create table retention_run (
  tenant       text        not null,
  number       integer     not null check (number >= 1),
  kept_from    timestamptz not null,
  started_at   timestamptz not null,
  requested_by text        not null,
  table_name   text,
  position     text        not null,
  erased       jsonb       not null,
  finished_at  timestamptz,
  primary key (tenant, number),
  check ((table_name is null) = (finished_at is not null))
);
comment on table retention_run is 'Deletions of what is kept no longer; a run is kept up to date with the rows it deletes, in the same transaction.';
comment on column retention_run.kept_from is 'Horizon of the run.';
comment on column retention_run.table_name is 'Where it is; null: nothing is left.';
comment on column retention_run.position is 'How far in the table; empty: at its begin.';
comment on column retention_run.erased is 'Rows deleted so far, by table.';
create unique index retention_run_going_on on retention_run (tenant) where finished_at is null;
alter table retention_run enable row level security;
alter table retention_run force row level security;
create policy tenant_only on retention_run using (tenant = current_setting('nachbarstrom.tenant', true));

create table retention_hold (
  tenant           text        not null,
  accounting_point text        not null,
  revision         integer     not null check (revision >= 1),
  held             boolean     not null,
  reason           text        not null check (char_length(reason) between 1 and 500),
  decided_by       text        not null,
  decided_at       timestamptz not null,
  primary key (tenant, accounting_point, revision)
);
comment on table retention_hold is 'Decisions to keep values of a point beyond the horizon, as for a dispute; the highest revision counts. Rows are never changed.';
alter table retention_hold enable row level security;
alter table retention_hold force row level security;
create policy tenant_only on retention_hold using (tenant = current_setting('nachbarstrom.tenant', true));
create trigger retention_hold_is_append_only before update or delete on retention_hold
  for each row execute function refuse_change();

create view held_object with (security_invoker = true) as
  with held as (
    select distinct on (tenant, accounting_point) tenant, accounting_point, held
    from retention_hold order by tenant, accounting_point, revision desc)
  select tenant, accounting_point as object from held where held
  union
  select m.tenant, m.metering_point from held h
  join point_metering m using (tenant, accounting_point)
  where h.held and m.metering_point is not null;
comment on view held_object is 'Points whose values are held, and the metering points that ever metered them.';

create table retention_schedule (
  tenant text        not null primary key,
  due_at timestamptz not null
);
comment on table retention_schedule is 'When it is the turn of a tenant. Not under row-level security, because the worker finds here whose turn it is.';
create index retention_schedule_by_turn on retention_schedule (due_at);
alter table series no force row level security;
alter table value_document no force row level security;
insert into retention_schedule (tenant, due_at)
  select tenant, now() from series union select tenant, now() from value_document;
alter table series force row level security;
alter table value_document force row level security;
create function schedule_retention() returns trigger language plpgsql as $$
begin
  insert into retention_schedule (tenant, due_at) values (new.tenant, now()) on conflict do nothing;
  return null;
end $$;
create trigger series_is_scheduled after insert on series
  for each row execute function schedule_retention();
create trigger value_document_is_scheduled after insert on value_document
  for each row execute function schedule_retention();

-- Rows that tell quarter-hours of persons are never changed, but deleted behind the horizon.
create function refuse_change_of_kept() returns trigger language plpgsql as $$
declare
  place text;
  until timestamptz;
begin
  if tg_op = 'DELETE' then
    execute format('select ($1).%I::text', tg_argv[0]) into place using old;
    until := case tg_argv[1]
      when 'day' then (place::date + 1)::timestamp at time zone 'UTC'
      when 'moment' then place::timestamptz + interval '1 microsecond'
      when 'end' then place::timestamptz
    end;
    if exists (select from retention_horizon h where h.tenant = old.tenant and until <= h.kept_from) then
      return old;
    end if;
  end if;
  raise exception 'rows of % are never changed, and deleted only behind the horizon', tg_table_name;
end $$;
comment on function refuse_change_of_kept() is 'Arguments: the column with the time, and whether it is a UTC day, a moment or an end, exclusive.';

drop trigger series_day_block_is_append_only on series_day_block;
create trigger series_day_block_is_append_only before update or delete on series_day_block
  for each row execute function refuse_change_of_kept('utc_day', 'day');
drop trigger reading_is_append_only on reading;
create trigger reading_is_append_only before update or delete on reading
  for each row execute function refuse_change_of_kept('at', 'moment');
drop trigger energy_quantity_is_append_only on energy_quantity;
create trigger energy_quantity_is_append_only before update or delete on energy_quantity
  for each row execute function refuse_change_of_kept('ends_at', 'end');
drop trigger substitution_is_append_only on substitution;
create trigger substitution_is_append_only before update or delete on substitution
  for each row execute function refuse_change_of_kept('ends_at', 'end');
do $$
declare
  name text;
begin
  for name in select relname from pg_class c join pg_trigger t on t.tgrelid = c.oid
    where t.tgname in ('plausibility_finding_is_append_only', 'rejected_value_is_append_only')
  loop
    execute format('drop trigger %I on %I', name || '_is_append_only', name);
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change_of_kept(''starts_at'', ''moment'')',
      name || '_is_append_only', name);
  end loop;
  -- A finding also ends.
  if exists (select from pg_trigger where tgname = 'plausibility_finding_only_ends') then
    drop trigger plausibility_finding_only_ends on plausibility_finding;
    create trigger plausibility_finding_only_ends before update on plausibility_finding
      for each row execute function refuse_change_of_finding();
    create trigger plausibility_finding_is_kept before delete on plausibility_finding
      for each row execute function refuse_change_of_kept('starts_at', 'moment');
  end if;
end $$;
create index reading_by_moment on reading (tenant, at);
create index energy_quantity_by_end on energy_quantity (tenant, ends_at);

create function refuse_change_of_used_document() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
    and exists (select from retention_horizon h where h.tenant = old.tenant)
    and not exists (select from reading v where v.tenant = old.tenant and v.reference = old.reference)
    and not exists (select from energy_quantity v where v.tenant = old.tenant and v.reference = old.reference)
  then
    return old;
  end if;
  raise exception 'rows of % are never changed, and deleted only without values', tg_table_name;
end $$;
drop trigger value_document_is_append_only on value_document;
create trigger value_document_is_append_only before update or delete on value_document
  for each row execute function refuse_change_of_used_document();

alter table substitution_decision
  drop constraint substitution_decision_tenant_id_fkey,
  add foreign key (tenant, id) references substitution on delete cascade;
create function refuse_change_of_decision() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
    and not exists (select from substitution s where s.tenant = old.tenant and s.id = old.id)
  then
    return old;
  end if;
  raise exception 'rows of % are never changed, and deleted only with their substitution', tg_table_name;
end $$;
drop trigger substitution_decision_is_append_only on substitution_decision;
create trigger substitution_decision_is_append_only before update or delete on substitution_decision
  for each row execute function refuse_change_of_decision();
