create table upload (
  tenant             text        not null,
  id                 uuid        not null,
  kind               text        not null check (kind in ('NDJSON', 'CSV', 'XLSX')),
  file_name          text        not null,
  idempotency_key    text        check (length(idempotency_key) between 1 and 200),
  uploaded_by        text        not null,
  message_time       timestamptz not null,
  message_time_given boolean     not null,
  received_at        timestamptz not null,
  state              text        not null check (state in
    ('RECEIVING', 'PREVIEWED', 'WRITING', 'COMPLETED', 'INTERRUPTED', 'REFUSED', 'DROPPED')),
  attempt            int         not null check (attempt >= 1),
  identity           text        not null,
  lines              bigint      not null check (lines >= 0),
  rejected_lines     bigint      not null check (rejected_lines >= 0),
  added              bigint      not null check (added >= 0),
  changed            bigint      not null check (changed >= 0),
  unchanged          bigint      not null check (unchanged >= 0),
  outdated           bigint      not null check (outdated >= 0),
  repeated           bigint      not null check (repeated >= 0),
  rejected           bigint      not null check (rejected >= 0),
  readings           bigint      not null check (readings >= 0),
  alive_at           timestamptz not null,
  refusal            text        not null,
  primary key (tenant, id),
  check ((state = 'REFUSED') = (refusal <> ''))
);
comment on table upload is 'Values that somebody handed in over REST, and what became of them.';
comment on column upload.message_time is 'By which the later of two values is told.';
comment on column upload.attempt is 'Number of the attempt to take it; an earlier one may not go on.';
comment on column upload.identity is 'SHA-256 of kind, given message time, given mapping and content; empty while the body is coming in.';
comment on column upload.added is 'Quarter-hour values for which nothing was known.';
comment on column upload.changed is 'Quarter-hour values that replaced another.';
comment on column upload.unchanged is 'Quarter-hour values that were known already.';
comment on column upload.outdated is 'Quarter-hour values that do not count because a later message says something else.';
comment on column upload.repeated is 'Values that the upload itself says again.';
comment on column upload.rejected is 'Values and readings that were not taken because of a fault.';
comment on column upload.alive_at is 'Last sign of life of the attempt.';
comment on column upload.refusal is 'Code of the problem with which it was refused; else empty.';
create unique index upload_by_key on upload (tenant, idempotency_key);
create unique index upload_by_identity on upload (tenant, identity)
  where identity <> '' and state not in ('REFUSED', 'DROPPED');
create index upload_by_receipt on upload (tenant, received_at desc, id desc);
alter table upload enable row level security;
alter table upload force row level security;
create policy tenant_only on upload using (tenant = current_setting('nachbarstrom.tenant', true));

create table upload_rejection (
  tenant  text   not null,
  upload  uuid   not null,
  number  bigint not null check (number >= 1),
  line    bigint not null check (line >= 1),
  pointer text   not null,
  fault   text   not null check (fault ~ '^[A-Z_]+$'),
  detail  text   not null,
  value_count int not null check (value_count >= 0),
  primary key (tenant, upload, number),
  foreign key (tenant, upload) references upload on delete cascade
);
comment on table upload_rejection is 'What was not taken of an upload, in the order of its lines.';
comment on column upload_rejection.line is 'Line or row in the file, from 1.';
comment on column upload_rejection.pointer is 'JSON pointer into the line, or name of the column; empty: all of it.';
comment on column upload_rejection.value_count is 'How many values were not taken because of it.';
alter table upload_rejection enable row level security;
alter table upload_rejection force row level security;
create policy tenant_only on upload_rejection using (tenant = current_setting('nachbarstrom.tenant', true));

create table upload_file (
  tenant  text  not null,
  upload  uuid  not null,
  bytes   bytea not null,
  mapping text  not null,
  preview text  not null,
  digest  text  not null,
  primary key (tenant, upload),
  foreign key (tenant, upload) references upload on delete cascade
);
comment on table upload_file is 'Files that wait for confirmation, how they are understood and what they say.';
comment on column upload_file.bytes is 'The file; empty once it was written or dropped.';
comment on column upload_file.mapping is 'JSON.';
comment on column upload_file.preview is 'JSON.';
comment on column upload_file.digest is 'SHA-256 of the values as previewed.';
alter table upload_file enable row level security;
alter table upload_file force row level security;
create policy tenant_only on upload_file using (tenant = current_setting('nachbarstrom.tenant', true));
