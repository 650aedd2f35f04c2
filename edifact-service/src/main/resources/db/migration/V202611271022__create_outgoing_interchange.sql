create table outgoing_reference (
  tenant text   not null,
  sender text   not null,
  last   bigint not null check (last >= 1),
  primary key (tenant, sender)
);
comment on table outgoing_reference is 'Last number used in a reference of interchanges under an own code.';

create table outgoing_interchange (
  position              bigint      generated always as identity unique,
  tenant                text        not null,
  id                    uuid        not null,
  state                 text        not null check (state in ('PENDING', 'DELIVERED', 'CONFIRMED', 'REFUSED', 'PARKED')),
  sender                text        not null check (sender <> ''),
  recipient             text        not null check (recipient <> ''),
  type                  text        not null check (type ~ '^[A-Z]{1,6}$'),
  application_reference text        not null,
  reference             text        not null check (reference ~ '^[0-9A-Z]{1,14}$'),
  file_name             text        not null check (file_name !~ '[/\\]'),
  prepared_at           timestamptz not null,
  size_bytes            bigint      not null check (size_bytes = octet_length(bytes)),
  sha256                text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  message_count         integer     not null check (message_count >= 1),
  bytes                 bytea       not null,
  channel               text        not null check (channel in ('PULL', 'FOLDER', 'AMQP', 'AS4')),
  sending               integer     not null check (sending >= 1),
  attempts              integer     not null check (attempts >= 0),
  last_error            text        not null,
  cause_kind            text        not null check (cause_kind in ('RECEIVED_INTERCHANGE', 'CLOSING_VERSION', 'SUBSTITUTES')),
  cause_id              text        not null,
  findings              text[]      not null,
  created_at            timestamptz not null,
  delivered_at          timestamptz,
  decided_at            timestamptz,
  primary key (tenant, id),
  constraint outgoing_interchange_reference_once unique (tenant, sender, reference),
  constraint outgoing_interchange_parked_says_why check ((state = 'PARKED') = (cardinality(findings) > 0)),
  constraint outgoing_interchange_delivered_says_when
    check ((delivered_at is null) = (state in ('PENDING', 'PARKED')))
);
create index outgoing_interchange_latest on outgoing_interchange (tenant, position desc);
create index outgoing_interchange_open on outgoing_interchange (tenant, channel, position) where state = 'PENDING';
create index outgoing_interchange_partner on outgoing_interchange (tenant, recipient, position desc);
comment on table outgoing_interchange is 'Interchanges that we send, with how far they have come.';
comment on column outgoing_interchange.position is 'Order of queueing; has gaps.';
comment on column outgoing_interchange.sender is 'Own code, UNB 0004.';
comment on column outgoing_interchange.reference is 'UNB 0020.';
comment on column outgoing_interchange.file_name is 'Name of the file in the market.';
comment on column outgoing_interchange.sending is '1, and one more with each time it was sent again on request.';
comment on column outgoing_interchange.findings is 'What our own validation finds fault with; only of parked ones.';
comment on column outgoing_interchange.decided_at is 'When an answer of the partner decided it.';

create table outgoing_message (
  tenant           text    not null,
  interchange      uuid    not null,
  position         integer not null check (position >= 1),
  reference        text    not null,
  document_number  text    not null,
  check_identifier text    not null,
  object           text    not null,
  primary key (tenant, interchange, position),
  foreign key (tenant, interchange) references outgoing_interchange (tenant, id)
);
create index outgoing_message_object on outgoing_message (tenant, object);
comment on table outgoing_message is 'Messages of an outgoing interchange; what they do not have is empty.';
comment on column outgoing_message.check_identifier is 'Prüfidentifikator.';
comment on column outgoing_message.object is 'What the values belong to.';

create table outgoing_answer (
  tenant         text        not null,
  interchange    uuid        not null,
  sending        integer     not null check (sending >= 1),
  position       integer     not null check (position >= 0),
  kind           text        not null check (kind in ('CONTRL', 'APERAK')),
  positive       boolean     not null,
  source         uuid        not null,
  source_message text        not null,
  reason         text        not null,
  recorded_at    timestamptz not null,
  primary key (tenant, interchange, source, source_message, kind, position),
  foreign key (tenant, interchange) references outgoing_interchange (tenant, id)
);
comment on table outgoing_answer is 'What partners answered; each answer once.';
comment on column outgoing_answer.sending is 'Which sending it came after.';
comment on column outgoing_answer.position is 'Place of the message it is about; 0: the whole interchange.';
comment on column outgoing_answer.source is 'Received interchange with the answer.';

create table outgoing_queue (
  number      bigint generated always as identity primary key,
  tenant      text   not null,
  interchange uuid   not null
);
comment on table outgoing_queue is 'Interchanges for the broker; read across tenants by the sender.';

alter table outgoing_reference enable row level security;
alter table outgoing_reference force row level security;
create policy own_tenant on outgoing_reference using (tenant = current_setting('nachbarstrom.tenant', true));
alter table outgoing_interchange enable row level security;
alter table outgoing_interchange force row level security;
create policy own_tenant on outgoing_interchange using (tenant = current_setting('nachbarstrom.tenant', true));
alter table outgoing_message enable row level security;
alter table outgoing_message force row level security;
create policy own_tenant on outgoing_message using (tenant = current_setting('nachbarstrom.tenant', true));
alter table outgoing_answer enable row level security;
alter table outgoing_answer force row level security;
create policy own_tenant on outgoing_answer using (tenant = current_setting('nachbarstrom.tenant', true));
