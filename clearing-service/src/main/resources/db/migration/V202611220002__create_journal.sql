create table account (
  number    text        primary key check (number ~ '^0x[0-9a-f]{40}$'),
  tenant    text        not null,
  key       text        not null,
  opened_at timestamptz not null,
  unique (tenant, key),
  unique (tenant, number)
);
comment on table account is 'Accounts of the ledger; opened at first mention, never changed.';
comment on column account.number is 'Random 20 bytes: the only name of the account on the chain.';
comment on column account.key is 'GRID or <accounting point>/<paying party>.';

create table journal_entry (
  position          bigint generated always as identity primary key,
  tenant            text        not null,
  booking           uuid        not null,
  batch             uuid        not null,
  component         text        not null,
  accounting_point  text        not null,
  debit             text        not null,
  credit            text        not null check (credit <> debit),
  amount_micro_euro bigint      not null check (amount_micro_euro >= 0),
  energy_mwh        bigint      not null check (energy_mwh >= 0),
  posted_at         timestamptz not null,
  unique (tenant, booking),
  foreign key (tenant, batch) references batch (tenant, id),
  foreign key (tenant, debit) references account (tenant, number),
  foreign key (tenant, credit) references account (tenant, number)
);
create index journal_entry_batch on journal_entry (tenant, batch, position);
create index journal_entry_debit on journal_entry (tenant, debit, position);
create index journal_entry_credit on journal_entry (tenant, credit, position);
comment on table journal_entry is
  'Append-only double-entry journal. A row has both of its sides, so that value and energy are zero-sum row by row.';
comment on column journal_entry.debit is 'Account that receives the energy and owes the value.';
comment on column journal_entry.credit is 'Account that gives the energy and is owed the value.';
comment on column journal_entry.amount_micro_euro is '10^-6 EUR.';
comment on column journal_entry.energy_mwh is 'Milliwatt-hours, 10^-6 kWh.';

create table movement (
  tenant          text   not null,
  batch           uuid   not null,
  account         text   not null,
  value_debit     bigint not null check (value_debit >= 0),
  value_credit    bigint not null check (value_credit >= 0),
  energy_received bigint not null check (energy_received >= 0),
  energy_given    bigint not null check (energy_given >= 0),
  primary key (tenant, batch, account),
  foreign key (tenant, batch) references batch (tenant, id),
  foreign key (tenant, account) references account (tenant, number)
);
comment on table movement is
  'Gross sums per batch and account, as they go to the chain; values in 10^-6 EUR, energies in 10^-6 kWh.';

create table account_balance (
  tenant          text    not null,
  account         text    not null,
  grid            boolean not null,
  value_debit     bigint  not null check (value_debit >= 0),
  value_credit    bigint  not null check (value_credit >= 0),
  energy_received bigint  not null check (energy_received >= 0),
  energy_given    bigint  not null check (energy_given >= 0),
  primary key (tenant, account),
  foreign key (tenant, account) references account (tenant, number),
  constraint account_gives_only_what_it_has check (grid or energy_received >= energy_given)
);
comment on table account_balance is
  'Cumulative gross sums of each account since it was opened; values in 10^-6 EUR, energies in 10^-6 kWh.';
comment on column account_balance.grid is 'The grid account is the only one that may give more energy than it received.';

alter table account enable row level security;
alter table account force row level security;
create policy tenant on account using (tenant = current_setting('nachbarstrom.tenant', true));
alter table journal_entry enable row level security;
alter table journal_entry force row level security;
create policy tenant on journal_entry using (tenant = current_setting('nachbarstrom.tenant', true));
alter table movement enable row level security;
alter table movement force row level security;
create policy tenant on movement using (tenant = current_setting('nachbarstrom.tenant', true));
alter table account_balance enable row level security;
alter table account_balance force row level security;
create policy tenant on account_balance using (tenant = current_setting('nachbarstrom.tenant', true));

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are never changed or deleted.', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger account_is_immutable before update or delete on account
  for each row execute function refuse_change();
create trigger journal_is_append_only before update or delete on journal_entry
  for each row execute function refuse_change();
create trigger movement_is_append_only before update or delete on movement
  for each row execute function refuse_change();
create trigger account_is_kept before truncate on account
  for each statement execute function refuse_change();
create trigger journal_is_kept before truncate on journal_entry
  for each statement execute function refuse_change();
create trigger movement_is_kept before truncate on movement
  for each statement execute function refuse_change();

-- The movements of a batch come in one statement; they must add up to nothing and be what the journal says.
create function check_movements() returns trigger language plpgsql as $$
declare
  unbalanced record;
begin
  select n.batch, sum(n.value_debit) as debit, sum(n.value_credit) as credit,
         sum(n.energy_received) as received, sum(n.energy_given) as given
    into unbalanced
    from new_movements n group by n.tenant, n.batch
    having sum(n.value_debit) <> sum(n.value_credit) or sum(n.energy_received) <> sum(n.energy_given)
    limit 1;
  if found then
    raise exception 'Batch % is not zero-sum: value % / %, energy % / %', unbalanced.batch,
      unbalanced.debit, unbalanced.credit, unbalanced.received, unbalanced.given
      using errcode = 'integrity_constraint_violation';
  end if;

  select coalesce(m.batch, j.batch) as batch, coalesce(m.account, j.account) as account
    into unbalanced
    from new_movements m
    full join (
      select side.tenant, side.batch, side.account, sum(side.value_debit) as value_debit,
             sum(side.value_credit) as value_credit, sum(side.energy_received) as energy_received,
             sum(side.energy_given) as energy_given
        from (
          select tenant, batch, debit as account, amount_micro_euro as value_debit, 0 as value_credit,
                 energy_mwh as energy_received, 0 as energy_given from journal_entry
          union all
          select tenant, batch, credit, 0, amount_micro_euro, 0, energy_mwh from journal_entry
        ) side
        where (side.tenant, side.batch) in (select tenant, batch from new_movements)
        group by side.tenant, side.batch, side.account
    ) j on j.tenant = m.tenant and j.batch = m.batch and j.account = m.account
    where (m.value_debit, m.value_credit, m.energy_received, m.energy_given)
      is distinct from (j.value_debit, j.value_credit, j.energy_received, j.energy_given)
    limit 1;
  if found then
    raise exception 'Batch %: the movement of account % is not what the journal says.', unbalanced.batch, unbalanced.account
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create trigger movements_are_zero_sum after insert on movement
  referencing new table as new_movements
  for each statement execute function check_movements();

-- A batch reaches POSTED only together with its journal and its movements.
create function check_posted_batch() returns trigger language plpgsql as $$
declare
  entries bigint;
  amount  numeric;
  moved   numeric;
begin
  select count(*), coalesce(sum(amount_micro_euro), 0) into entries, amount
    from journal_entry where tenant = new.tenant and batch = new.id;
  select coalesce(sum(value_debit), 0) into moved
    from movement where tenant = new.tenant and batch = new.id;
  if entries <> new.bookings or amount <> moved then
    raise exception 'Batch % has % bookings of %, moved %: % entries of %', new.id, new.bookings, amount, moved, entries, amount
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger posted_batch_is_complete after update of state on batch
  deferrable initially deferred for each row when (new.state = 'POSTED')
  execute function check_posted_batch();
