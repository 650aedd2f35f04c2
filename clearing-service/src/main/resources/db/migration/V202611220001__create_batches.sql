-- Row-level security: every table of this service shows the rows of one tenant, the one of the setting nachbarstrom.tenant.

create table batch (
  position                   bigint      generated always as identity unique,
  tenant                     text        not null,
  id                         uuid        not null,
  sequence                   bigint      not null check (sequence >= 1),
  state                      text        not null check (state in ('RECEIVED', 'POSTED', 'ANCHORED', 'REFUSED')),
  community                  text        not null,
  closing                    uuid        not null,
  closing_version            integer     not null check (closing_version >= 1),
  bookings                   integer     not null check (bookings >= 0),
  content                    jsonb       not null,
  refusal_code               text,
  refusal_detail             text,
  ledger_sequence            bigint check (ledger_sequence >= 1),
  merkle_root                text check (merkle_root ~ '^0x[0-9a-f]{64}$'),
  transaction_hash           text check (transaction_hash ~ '^0x[0-9a-f]{64}$'),
  block_number               bigint check (block_number >= 0),
  gas_used                   bigint check (gas_used >= 0),
  contract                   text check (contract ~ '^0x[0-9a-f]{40}$'),
  chain_id                   bigint,
  attempts                   integer     not null default 0,
  alarm_code                 text,
  alarm_detail               text,
  traceparent                text        not null,
  received_at                timestamptz not null,
  posted_at                  timestamptz,
  anchored_at                timestamptz,
  primary key (tenant, id),
  constraint batch_refused_has_reason check ((state = 'REFUSED') = (refusal_code is not null)),
  constraint batch_posted_has_place
    check ((state in ('POSTED', 'ANCHORED')) = (ledger_sequence is not null and posted_at is not null)),
  constraint batch_anchored_has_witness
    check ((state = 'ANCHORED') = (merkle_root is not null and transaction_hash is not null
      and block_number is not null and gas_used is not null and contract is not null
      and chain_id is not null and anchored_at is not null))
);
-- A batch that was refused because its place is taken does not take the place itself.
create unique index batch_sequence on batch (tenant, sequence) where refusal_code is distinct from 'CLEARING-0006';
create unique index batch_ledger_sequence on batch (tenant, ledger_sequence);
create index batch_waiting_for_anchor on batch (tenant, ledger_sequence) where state = 'POSTED';
comment on table batch is 'Booking batches as settlement sent them and how far they came.';
comment on column batch.sequence is 'Place in the order of settlement, per tenant, without gaps.';
comment on column batch.content is 'The batch as received: amounts in 10^-6 EUR, energies in 10^-6 kWh.';
comment on column batch.ledger_sequence is 'Place in the order of the ledger and of the contract, without gaps: refused batches have none.';
comment on column batch.attempts is 'Failed attempts to anchor.';
comment on column batch.alarm_code is 'Why the last attempt to anchor failed; null once it succeeded.';
alter table batch enable row level security;
alter table batch force row level security;
create policy tenant on batch using (tenant = current_setting('nachbarstrom.tenant', true));

create table ledger (
  tenant          text   primary key,
  next_sequence   bigint not null default 1 check (next_sequence >= 1),
  ledger_sequence bigint not null default 0 check (ledger_sequence >= 0)
);
comment on table ledger is 'One per tenant; its row lock puts postings in order.';
comment on column ledger.next_sequence is 'Settlement sequence of the batch to be posted next.';
comment on column ledger.ledger_sequence is 'Number of posted batches.';
alter table ledger enable row level security;
alter table ledger force row level security;
create policy tenant on ledger using (tenant = current_setting('nachbarstrom.tenant', true));

-- Without row-level security on purpose: it only tells whose work is due.
create table pending_work (
  id     bigint      generated always as identity primary key,
  tenant text        not null,
  kind   text        not null check (kind in ('POST', 'ANCHOR')),
  due_at timestamptz not null
);
create index pending_work_due on pending_work (kind, due_at);
comment on table pending_work is
  'Announcements that a tenant may have a batch to post or to anchor, and when to look. Announcing only ever inserts, so that it never waits for a step that holds a row.';
