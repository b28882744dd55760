-- The sweep asks at every tick which incidents are still young.
create index cases_incident_lately on cases (received_at) where incident is not null;
