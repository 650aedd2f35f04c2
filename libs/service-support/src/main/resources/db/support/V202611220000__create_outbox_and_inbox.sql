create table outbox (
  seq         bigint generated always as identity primary key,
  id          uuid        not null unique,
  address     text        not null,
  type        text        not null,
  subject     text        not null,
  tenant      text        not null,
  traceparent text        not null,
  occurred_at timestamptz not null,
  problem     text,
  data        bytea       not null
);
comment on table outbox is 'Events of committed changes that the broker has not accepted yet.';
comment on column outbox.id is 'CloudEvents id; the same however often the event is sent.';
comment on column outbox.problem is 'Why a dead letter could not be handled; null for events.';

create table inbox (
  event_id    uuid        primary key,
  address     text        not null,
  received_at timestamptz not null
);
comment on table inbox is 'Ids of events already handled; a repetition finds its id here.';
