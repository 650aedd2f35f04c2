create table contract (
  tenant           text    primary key,
  state            text    not null check (state in ('PLANNED', 'DEPLOYED')),
  chain_id         bigint  not null,
  address          text    not null check (address ~ '^0x[0-9a-f]{40}$'),
  nonce            bigint  not null check (nonce >= 0),
  transaction_hash text    not null check (transaction_hash ~ '^0x[0-9a-f]{64}$'),
  raw_transaction  text    not null
);
comment on table contract is
  'The Stromkonto contract of a tenant. The signed deployment is stored before it is sent, so that a crash never deploys twice.';
comment on column contract.raw_transaction is 'Signed creation transaction; sent again as it is until it is mined.';
alter table contract enable row level security;
alter table contract force row level security;
create policy tenant on contract using (tenant = current_setting('nachbarstrom.tenant', true));

create table reconciliation (
  tenant            text        not null,
  id                uuid        not null,
  finished_at       timestamptz not null,
  result            text        not null check (result in ('AGREED', 'DIFFERENT')),
  block_number      bigint      not null,
  batches_compared  bigint      not null,
  accounts_compared bigint      not null,
  difference        jsonb,
  primary key (tenant, id),
  check ((result = 'DIFFERENT') = (difference is not null))
);
create index reconciliation_latest on reconciliation (tenant, finished_at desc);
comment on table reconciliation is 'Comparisons of the chain with the journal and what came out.';
comment on column reconciliation.difference is 'The first difference found: subject, id, field, journal, found, where.';
alter table reconciliation enable row level security;
alter table reconciliation force row level security;
create policy tenant on reconciliation using (tenant = current_setting('nachbarstrom.tenant', true));
