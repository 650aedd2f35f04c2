-- Events stay for moments: to compress and to expand them cost more than to write them.
alter table outbox alter column data set storage external;
