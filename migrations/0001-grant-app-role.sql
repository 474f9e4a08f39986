-- The owner of this database runs migrations; overens_app does everything else and owns nothing.
-- What overens_app may do to a table is granted in the migration that creates the table, never by default.
-- The role itself belongs to the server rather than to one database, so the program makes sure of it before migrating.

revoke all on schema public from public;
grant usage on schema public to overens_app;

-- Readiness compares the history with the files.
grant select on public.schema_migration to overens_app;
