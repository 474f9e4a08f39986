-- What search looks in. Filled when data is loaded; words are expanded (compounds, synonyms) before they come here.
create table search_entry (
  id bigint generated always as identity primary key,
  kind text not null,
  county_code text references county,
  agreement_slug text references agreement on delete cascade,
  area text,
  address text not null,
  title text not null,
  body text not null,
  weight real not null default 1,
  words tsvector not null
);
comment on table search_entry is 'One findable thing: a sentence, a responsibility, an agreement, a knowledge page, a statute, a body, a county. `address` is where the hit leads.';
create index search_entry_words on search_entry using gin (words);
create index search_entry_by_agreement on search_entry (agreement_slug);

create table search_word (
  word text primary key,
  entries int not null
);
comment on table search_word is 'Every word that occurs, for spelling suggestions by trigram.';
create index search_word_trigram on search_word using gin (word gin_trgm_ops);

grant select on search_entry, search_word to overens_app;
