create table owed_answer (
  position           bigint      generated always as identity unique,
  tenant             text        not null,
  interchange        uuid        not null,
  answered_reference text        not null,
  kind               text        not null check (kind in ('CONTRL', 'APERAK')),
  outgoing           uuid        not null,
  message_count      integer     not null check (message_count >= 0),
  due_at             timestamptz not null,
  primary key (tenant, outgoing),
  foreign key (tenant, interchange) references interchange (tenant, id),
  foreign key (tenant, outgoing) references outgoing_interchange (tenant, id),
  constraint owed_answer_contrl_answers_the_whole check ((kind = 'CONTRL') = (message_count = 0))
);
create unique index owed_answer_one_contrl on owed_answer (tenant, interchange) where kind = 'CONTRL';
create index owed_answer_interchange on owed_answer (tenant, interchange);
create index owed_answer_latest on owed_answer (tenant, position desc);
comment on table owed_answer is 'Answers to received interchanges; how far one has come is told by its outgoing interchange.';
comment on column owed_answer.interchange is 'The received interchange.';
comment on column owed_answer.answered_reference is 'Its UNB 0020.';
comment on column owed_answer.message_count is 'Number of messages answered; 0 for CONTRL, which answers the whole.';
comment on column owed_answer.due_at is 'Until when the partner must have it.';

create table received_acknowledgement (
  position             bigint      generated always as identity unique,
  tenant               text        not null,
  interchange          uuid        not null,
  message              integer     not null check (message >= 1),
  reference            text        not null,
  partner              text        not null,
  received_at          timestamptz not null,
  kind                 text        not null check (kind in ('CONTRL', 'APERAK')),
  answered_interchange text        not null,
  answered_message     text        not null,
  positive             boolean     not null,
  reasons              text[]      not null,
  outgoing             uuid,
  primary key (tenant, interchange, message),
  foreign key (tenant, interchange, message) references message (tenant, interchange, position),
  foreign key (tenant, outgoing) references outgoing_interchange (tenant, id)
);
create index received_acknowledgement_latest on received_acknowledgement (tenant, position desc);
create index received_acknowledgement_unmatched on received_acknowledgement (tenant, position desc) where outgoing is null;
create index received_acknowledgement_outgoing on received_acknowledgement (tenant, outgoing);
comment on table received_acknowledgement is 'What CONTRL and APERAK of partners tell, also where nothing of ours matches.';
comment on column received_acknowledgement.message is 'Place of the message in its interchange.';
comment on column received_acknowledgement.partner is 'UNB 0004 of the interchange.';
comment on column received_acknowledgement.answered_interchange is 'Reference of ours that it names.';
comment on column received_acknowledgement.answered_message is 'Document number or UNH reference that it names; empty for the whole interchange.';
comment on column received_acknowledgement.outgoing is 'The interchange of ours; null if none matches.';

create table answering_tenant (
  tenant text primary key
);
comment on table answering_tenant is 'Tenants that ever sent something; read across tenants to count what is overdue.';

create function remember_answering_tenant() returns trigger language plpgsql as $$
begin
  insert into answering_tenant (tenant) values (new.tenant) on conflict do nothing;
  return null;
end
$$;
create trigger outgoing_interchange_tenant after insert on outgoing_interchange
  for each row execute function remember_answering_tenant();

-- A CONTRL or APERAK may be taken in spite of small faults.
alter table message drop constraint message_accepted_has_no_finding;
alter table message add constraint message_accepted_has_no_finding
  check (case when accepted
    then content <> 'NONE' and (finding_count = 0 or content in ('CONTRL', 'APERAK'))
    else content = 'NONE' end);

alter table owed_answer enable row level security;
alter table owed_answer force row level security;
create policy own_tenant on owed_answer using (tenant = current_setting('nachbarstrom.tenant', true));
alter table received_acknowledgement enable row level security;
alter table received_acknowledgement force row level security;
create policy own_tenant on received_acknowledgement using (tenant = current_setting('nachbarstrom.tenant', true));
