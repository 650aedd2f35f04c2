-- Reports of one object, to see whether a partner has a quantity of it already.
create index subscription_report_object on subscription_report (tenant, split_part(content, ' ', 1))
  where version > 0;

-- What may be overdue is little beside what was sent in all years.
create index outgoing_interchange_unanswered on outgoing_interchange (tenant, delivered_at)
  where state = 'DELIVERED';
create index outgoing_interchange_undelivered on outgoing_interchange (tenant, id)
  where delivered_at is null;
