-- What search looks in: made anew, in one transaction, each time loaded data changes. Derived and whole, so nothing refers to it and it refers to nothing.
create table search_entry (
  id int primary key,
  kind text not null check (kind in ('agreement', 'duty', 'section', 'knowledge', 'law', 'county', 'municipality', 'body', 'role', 'related')),
  county_code text,
  agreement_slug text,
  area text,
  address text not null check (address like '/%'),
  title text not null,
  place text not null,
  parts jsonb not null
);
comment on table search_entry is 'One findable thing: an agreement, a section, a responsibility, a page of knowledge, a law, a county, a municipality, a body, a professional role, a related agreement.';
comment on column search_entry.county_code is 'Null for what holds in the whole country.';
comment on column search_entry.place is 'Where in the agreement or county it stands, in words; empty when the title says it.';
comment on column search_entry.parts is 'The text: [{"text", "anchor"}]; `anchor` is the id of the sentence at the address, when it has one.';

create table search_term (
  lexeme text primary key,
  entries int not null check (entries > 0),
  postings bytea not null
);
-- Packed already; compressing them once more only costs time.
alter table search_term alter column postings set storage external;
comment on table search_term is 'The inverted index: which entries hold a stem, and how strongly.';
comment on column search_term.lexeme is 'A stem; or law:<act>:<provision>, place:<county>, kind:<kind>, area:<area>, from:<day>, until:<day>.';
comment on column search_term.entries is 'How many entries hold it.';
comment on column search_term.postings is 'For each entry by rising id: the step from the id before, the strength 1-255, and the texts it stands in as bits; numbers in seven bits a byte.';

create table search_word (
  word text primary key,
  folded text not null,
  stem text not null,
  lexemes text[] not null
);
comment on table search_word is 'Every word that occurs or has a synonym, for spelling and for marking hits.';
comment on column search_word.folded is 'The word without marks over its letters (vård → vard): what misspelled words are compared with.';
comment on column search_word.lexemes is 'What the word is found by: its stem and the stems of the parts it is made of.';
create index search_word_folded on search_word using gin (folded gin_trgm_ops);

grant select on search_entry, search_term, search_word to overens_app;
