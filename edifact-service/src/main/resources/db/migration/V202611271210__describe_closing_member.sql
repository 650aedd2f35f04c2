comment on column closing_member.spans is
  'Per run of neighbouring days: from, to (exclusive), shared and rest in 10^-6 kWh, partly: of a part of the point.';
