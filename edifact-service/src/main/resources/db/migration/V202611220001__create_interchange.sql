create table interchange (
  position              bigint      generated always as identity unique,
  tenant                text        not null,
  id                    uuid        not null,
  state                 text        not null check (state in ('ACCEPTED', 'PARTLY_ACCEPTED', 'REJECTED')),
  sender                text,
  sender_qualifier      text,
  recipient             text,
  recipient_qualifier   text,
  prepared_at           timestamptz,
  reference             text,
  application_reference text,
  received_at           timestamptz not null,
  size_bytes            bigint      not null check (size_bytes >= 0),
  sha256                text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  message_count         integer     not null check (message_count >= 0),
  accepted_count        integer     not null check (accepted_count between 0 and message_count),
  value_count           bigint      not null check (value_count >= 0),
  findings              text        not null,
  contrl                bytea,
  primary key (tenant, id),
  constraint interchange_taken_is_named
    check (state = 'REJECTED' or (sender is not null and recipient is not null and reference is not null))
);
-- What was refused as a whole does not block a corrected interchange with the same reference.
create unique index interchange_reference on interchange (tenant, sender, reference) where state <> 'REJECTED';
create index interchange_latest on interchange (tenant, position desc);
comment on table interchange is 'EDIFACT interchanges as received, with what was answered.';
comment on column interchange.position is 'Order of receipt; has gaps.';
comment on column interchange.sender is 'UNB 0004; null like the other parts of UNB if UNB could not be read.';
comment on column interchange.prepared_at is 'UNB 0017 and 0019.';
comment on column interchange.reference is 'UNB 0020.';
comment on column interchange.size_bytes is 'Size of the raw bytes in table interchange_raw.';
comment on column interchange.sha256 is 'SHA-256 of the raw bytes, hexadecimal.';
comment on column interchange.value_count is 'Number of quarter-hour values taken.';
comment on column interchange.findings is 'Syntax errors of UNA, UNB and UNZ, a JSON array.';
comment on column interchange.contrl is 'CONTRL that refuses it, ISO 8859-1; null if none was due.';

create table interchange_raw (
  tenant      text    not null,
  interchange uuid    not null,
  part        integer not null check (part >= 0),
  bytes       bytea   not null,
  primary key (tenant, interchange, part),
  foreign key (tenant, interchange) references interchange (tenant, id)
);
comment on table interchange_raw is 'Bytes of an interchange, unchanged, in parts of up to 1 MiB.';

create table message (
  tenant           text    not null,
  interchange      uuid    not null,
  position         integer not null check (position >= 1),
  accepted         boolean not null,
  reference        text    not null,
  type             text    not null,
  directory        text    not null,
  version          text    not null,
  check_identifier text    not null,
  document_number  text    not null,
  location         text    not null,
  value_count      integer not null check (value_count >= 0),
  finding_count    integer not null check (finding_count >= 0),
  findings         text    not null,
  primary key (tenant, interchange, position),
  foreign key (tenant, interchange) references interchange (tenant, id),
  constraint message_accepted_has_no_finding check (not accepted or (finding_count = 0 and value_count > 0))
);
comment on table message is 'Messages of an interchange and what was answered; text that was not sent is empty.';
comment on column message.position is 'Place in the interchange, from 1.';
comment on column message.check_identifier is 'Prüfidentifikator (RFF+Z13).';
comment on column message.location is 'LOC+172 as sent.';
comment on column message.value_count is 'Number of quarter-hour values taken.';
comment on column message.findings is 'What is wrong with it, a JSON array.';
comment on column message.finding_count is 'Number of findings; the column findings may hold fewer.';

alter table interchange enable row level security;
alter table interchange force row level security;
create policy own_tenant on interchange using (tenant = current_setting('nachbarstrom.tenant', true));
alter table interchange_raw enable row level security;
alter table interchange_raw force row level security;
create policy own_tenant on interchange_raw using (tenant = current_setting('nachbarstrom.tenant', true));
alter table message enable row level security;
alter table message force row level security;
create policy own_tenant on message using (tenant = current_setting('nachbarstrom.tenant', true));
