-- What search looks in: made anew, in one transaction, each time loaded data changes. Derived and whole, so nothing refers to it and it refers to nothing.
-- Words are split, stemmed and weighted by the program; PostgreSQL stores, finds and ranks them. No text search configuration is involved,
-- so the answer is the same whatever the server's locale.
create table search_entry (
  id int primary key,
  kind text not null check (kind in ('agreement', 'duty', 'section', 'knowledge', 'law', 'county', 'municipality', 'body', 'related')),
  county_code text,
  agreement_slug text,
  area text,
  readable daterange not null,
  address text not null check (address like '/%'),
  title text not null,
  place text not null,
  parts jsonb not null,
  weight real not null check (weight > 0),
  words tsvector not null
);
comment on table search_entry is 'One findable thing: an agreement, a section, a responsibility, a page of knowledge, a law, a county, a municipality, a body, a related agreement.';
comment on column search_entry.id is 'In the order of what matters most: when more match than can be ranked, the first are.';
comment on column search_entry.county_code is 'Null for what holds in the whole country.';
comment on column search_entry.readable is 'The days on which this is the version to read.';
comment on column search_entry.place is 'Where in the agreement or county it stands, in words; empty when the title says it.';
comment on column search_entry.parts is 'The text: [{"text", "anchor"}]; `anchor` is the id of the sentence at the address, when it has one.';
comment on column search_entry.words is 'Stems: A in the title, B in the text, C inside a compound, D around it; and law:<act>:<provision>, place:<county>.';
create index search_entry_words on search_entry using gin (words);

create table search_word (
  word text primary key,
  folded text not null,
  stem text not null,
  lexemes text[] not null,
  entries int not null check (entries >= 0)
);
comment on table search_word is 'Every word that occurs or has a synonym, for spelling and for marking hits.';
comment on column search_word.folded is 'The word without marks over its letters (vård → vard): what misspelled words are compared with.';
comment on column search_word.lexemes is 'What the word is found by: its stem and the stems of the parts it is made of.';
comment on column search_word.entries is 'How many entries hold the stem; 0 for a word that is only a synonym.';
create index search_word_folded on search_word using gin (folded gin_trgm_ops);
create index search_word_lexemes on search_word using gin (lexemes);

grant select on search_entry, search_word to overens_app;
