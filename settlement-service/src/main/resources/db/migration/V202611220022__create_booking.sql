create table batch_counter (
  tenant        text   primary key,
  last_sequence bigint not null check (last_sequence >= 1)
);
comment on table batch_counter is 'Last sequence number given to a released batch; its row lock keeps the numbers without gaps.';
alter table batch_counter enable row level security;
alter table batch_counter force row level security;
create policy tenant on batch_counter using (tenant = current_setting('nachbarstrom.tenant', true));

create table booking_batch (
  tenant                 text        not null,
  id                     uuid        not null primary key,
  run                    uuid        not null unique references run,
  closing                uuid        not null,
  version                integer     not null,
  reason                 text        not null check (reason in ('FIRST', 'DIFFERENCE')),
  previous_batch         uuid        references booking_batch,
  state                  text        not null
    check (state in ('PREPARED', 'RELEASED', 'CLEARED', 'REFUSED', 'DISCARDED')),
  sequence               bigint      check (sequence >= 1),
  booking_count          integer     not null check (booking_count >= 1),
  amount_micro_euro      bigint      not null check (amount_micro_euro >= 0),
  energy_milliwatt_hours bigint      not null check (energy_milliwatt_hours >= 0),
  prepared_at            timestamptz not null,
  released_at            timestamptz,
  answered_at            timestamptz,
  refusal_code           text,
  refusal_detail         text,
  merkle_root            text        check (merkle_root ~ '^0x[0-9a-f]{64}$'),
  transaction_hash       text        check (transaction_hash ~ '^0x[0-9a-f]{64}$'),
  block_number           bigint      check (block_number >= 0),
  contract               text        check (contract ~* '^0x[0-9a-f]{40}$'),
  chain_id               bigint,
  gas_used               bigint      check (gas_used >= 0),
  unique (tenant, sequence),
  unique (tenant, closing, version),
  constraint booking_batch_difference_has_previous
    check ((reason = 'DIFFERENCE') = (previous_batch is not null)),
  constraint booking_batch_released_has_sequence
    check ((state in ('RELEASED', 'CLEARED', 'REFUSED'))
      = (sequence is not null and released_at is not null)),
  constraint booking_batch_cleared_has_witness
    check (num_nulls(merkle_root, transaction_hash, block_number, contract, chain_id, gas_used)
      = case when state = 'CLEARED' then 0 else 6 end),
  constraint booking_batch_refused_has_reason
    check ((state = 'REFUSED') = (refusal_code is not null))
);
comment on table booking_batch is 'Bookings of one closing version that are cleared together or not at all.';
comment on column booking_batch.sequence is 'Gap-free per tenant, given at release.';
comment on column booking_batch.amount_micro_euro is 'Sum over all bookings in 10^-6 EUR.';
comment on column booking_batch.energy_milliwatt_hours is 'Sum over all bookings in 10^-6 kWh.';
alter table booking_batch enable row level security;
alter table booking_batch force row level security;
create policy tenant on booking_batch using (tenant = current_setting('nachbarstrom.tenant', true));

create table booking (
  tenant                 text    not null,
  batch                  uuid    not null references booking_batch,
  id                     uuid    not null primary key,
  number                 integer not null check (number >= 1),
  component              text    not null
    check (component in ('MEASURED_FEED_IN', 'SURPLUS_ENERGY', 'SHARED_ENERGY', 'RESIDUAL_ENERGY',
      'BASE_FEE', 'VAT')),
  accounting_point       text    not null,
  tariff                 text    not null,
  from_day               date    not null,
  to_day                 date    not null,
  debit                  text    not null,
  credit                 text    not null,
  reversed               boolean not null,
  amount_micro_euro      bigint  not null check (amount_micro_euro >= 0),
  energy_milliwatt_hours bigint  not null check (energy_milliwatt_hours >= 0),
  unique (batch, number),
  check (from_day < to_day),
  check (debit <> credit),
  check (amount_micro_euro > 0 or energy_milliwatt_hours > 0)
);
comment on table booking is 'Movements between two accounts. Never changed; a correction is a further booking.';
comment on column booking.debit is 'Account that receives the energy and owes the amount.';
comment on column booking.credit is 'Account that gives the energy and is owed the amount.';
comment on column booking.reversed is 'Whether it takes back: debit and credit of the position are swapped.';
comment on column booking.amount_micro_euro is '10^-6 EUR.';
comment on column booking.energy_milliwatt_hours is '10^-6 kWh.';
alter table booking enable row level security;
alter table booking force row level security;
create policy tenant on booking using (tenant = current_setting('nachbarstrom.tenant', true));

create view booking_entry with (security_invoker = true) as
  select tenant, batch, id as booking, debit as account, amount_micro_euro, energy_milliwatt_hours
  from booking
  union all
  select tenant, batch, id, credit, -amount_micro_euro, -energy_milliwatt_hours
  from booking;
comment on view booking_entry is 'Both sides of each booking; all entries of a batch add up to zero.';

create view booked_position with (security_invoker = true) as
  select bb.tenant, bb.closing, b.component, b.accounting_point, b.tariff, b.from_day, b.to_day,
    case when b.reversed then b.credit else b.debit end as debit,
    case when b.reversed then b.debit else b.credit end as credit,
    sum(case when b.reversed then -b.amount_micro_euro else b.amount_micro_euro end)::bigint
      as amount_micro_euro,
    sum(case when b.reversed then -b.energy_milliwatt_hours else b.energy_milliwatt_hours end)::bigint
      as energy_milliwatt_hours
  from booking_batch bb
  join booking b on b.batch = bb.id
  where bb.state in ('RELEASED', 'CLEARED')
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
comment on view booked_position is 'Where a closing stands after all its booked batches.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger booking_is_immutable before update or delete on booking
  for each row execute function refuse_change();
create trigger booking_is_not_emptied before truncate on booking
  for each statement execute function refuse_change();

create function check_batch_content() returns trigger language plpgsql as $$
declare
  wrong uuid;
begin
  select bb.id into wrong
  from booking_batch bb
  cross join lateral (
    select count(*)::integer as bookings, sum(b.amount_micro_euro)::bigint as amount,
           sum(b.energy_milliwatt_hours)::bigint as energy
    from booking b where b.batch = bb.id) as content
  where bb.id in (select batch from added)
    and (bb.booking_count, bb.amount_micro_euro, bb.energy_milliwatt_hours)
      is distinct from (content.bookings, content.amount, content.energy);
  if found then
    raise exception 'batch % does not comprise what it announces', wrong
      using errcode = 'check_violation';
  end if;
  select e.batch into wrong
  from booking_entry e
  where e.batch in (select batch from added)
  group by e.batch
  having sum(e.amount_micro_euro) <> 0 or sum(e.energy_milliwatt_hours) <> 0;
  if found then
    raise exception 'batch % is not zero-sum', wrong using errcode = 'check_violation';
  end if;
  return null;
end $$;
comment on function check_batch_content() is
  'Bookings of a batch are stored in one statement and add up to its totals; none can be added later.';

create trigger booking_completes_batch after insert on booking
  referencing new table as added
  for each statement execute function check_batch_content();

create function check_batch_change() returns trigger language plpgsql as $$
begin
  if (new.tenant, new.id, new.run, new.closing, new.version, new.reason, new.previous_batch,
      new.booking_count, new.amount_micro_euro, new.energy_milliwatt_hours, new.prepared_at)
    is distinct from
     (old.tenant, old.id, old.run, old.closing, old.version, old.reason, old.previous_batch,
      old.booking_count, old.amount_micro_euro, old.energy_milliwatt_hours, old.prepared_at)
  then
    raise exception 'the content of batch % is never changed', old.id
      using errcode = 'restrict_violation';
  end if;
  if (old.state, new.state) not in (('PREPARED', 'RELEASED'), ('PREPARED', 'DISCARDED'),
      ('RELEASED', 'CLEARED'), ('RELEASED', 'REFUSED'))
    or old.sequence is not null and new.sequence is distinct from old.sequence
  then
    raise exception 'batch % cannot go from % to %', old.id, old.state, new.state
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger booking_batch_moves_forward before update on booking_batch
  for each row execute function check_batch_change();
create trigger booking_batch_stays before delete on booking_batch
  for each row execute function refuse_change();
create trigger booking_batch_is_not_emptied before truncate on booking_batch
  for each statement execute function refuse_change();
