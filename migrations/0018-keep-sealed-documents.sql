-- Documents as they were sealed: every byte, for ever. Whether a later one exists is computed from what is here and from the register of agreements.
-- They are public documents, so everybody may read them; nobody may change them, the owner of the database included.

create table sealed_document (
  id uuid primary key,
  kind text not null check (kind in ('agreement')),
  agreement_slug text not null check (agreement_slug ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  version_label text not null check (length(version_label) between 1 and 60),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  certificate bytea not null,
  sealed_at timestamptz not null,
  constraint sealed_document_once unique (sha256),
  constraint sealed_document_is_its_bytes check (sha256 = encode(sha256(bytes), 'hex'))
);
comment on table sealed_document is 'A sealed document of a version of an agreement, whole. Inserted and read, never changed or removed.';
comment on column sealed_document.sha256 is 'The fingerprint of the bytes, by which a file that somebody has is found again.';
comment on column sealed_document.certificate is 'The certificate it was sealed with (X.509, DER), so that the seal can be tried when the installation has another.';
create index sealed_document_of_version on sealed_document (agreement_slug, version_label, sealed_at);

create function refuse_change_of_sealed() returns trigger language plpgsql
  set search_path = pg_catalog
  as $$ begin raise exception 'sealed documents are never changed' using errcode = 'insufficient_privilege'; end $$;
comment on function refuse_change_of_sealed() is 'Refuses every change of what is sealed, whoever asks.';
revoke all on function refuse_change_of_sealed() from public;

create trigger sealed_document_never_changed before update or delete on sealed_document for each row execute function refuse_change_of_sealed();
create trigger sealed_document_never_emptied before truncate on sealed_document for each statement execute function refuse_change_of_sealed();
-- Downloads of the version are kept under the revision.
create trigger sealed_document_added after insert on sealed_document for each row execute function register_changed();

grant select, insert on sealed_document to overens_app;
