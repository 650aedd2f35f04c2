alter table interchange add column erased_at timestamptz;
alter table interchange add column erasing boolean not null default false;
alter table interchange add constraint interchange_erasing_is_erased
  check (not erasing or erased_at is not null);
comment on column interchange.erased_at is 'Since when its bytes and what they told of persons cannot be had any more; null: they are kept.';
comment on column interchange.erasing is 'Whether some of it is still to be deleted.';
comment on column message.location is 'LOC+172 as sent; empty if it was erased.';
comment on column message.findings is 'What is wrong with it, a JSON array; empty if it was erased.';
comment on column received_acknowledgement.reasons is 'Why it refuses; empty if it accepts or was erased.';
create index interchange_kept on interchange (tenant, received_at) where erased_at is null;
create index interchange_erasing on interchange (tenant) where erasing;

create table erasure_schedule (
  tenant text        not null primary key,
  due_at timestamptz not null
);
comment on table erasure_schedule is 'When it is the turn of a tenant. Not under row-level security, because the worker finds here whose turn it is.';
create index erasure_schedule_by_turn on erasure_schedule (due_at);
alter table interchange no force row level security;
insert into erasure_schedule (tenant, due_at) select distinct tenant, now() from interchange;
alter table interchange force row level security;
create function schedule_erasure() returns trigger language plpgsql as $$
begin
  insert into erasure_schedule (tenant, due_at) values (new.tenant, now()) on conflict do nothing;
  return null;
end
$$;
create trigger interchange_is_scheduled after insert on interchange
  for each row execute function schedule_erasure();

-- Bytes are kept unchanged as long as they can be had.
create function refuse_change_of_raw() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and exists (select from interchange i
    where i.tenant = old.tenant and i.id = old.interchange and i.erasing)
  then
    return old;
  end if;
  raise exception 'bytes of an interchange are never changed, and deleted only where it is erased';
end
$$;
create trigger interchange_raw_is_kept before update or delete on interchange_raw
  for each row execute function refuse_change_of_raw();
