import type { Child } from 'hono/jsx';
import type { Note } from '../../domain/search/query-plan.ts';
import { Notice, Pagination, ResultList, StatusTag } from '../../ui/index.ts';
import type { Filter } from './allowed-entries.ts';
import type { SearchAnswer, SearchItem } from './search.ts';
import { kindLabels, noteText, pageTexts } from './texts.ts';

/** The address of a search. */
function searchHref(q: string, { county, area, kind }: Filter = {}, page = 1): string {
  const given = { q, lan: county, omrade: area, sort: kind, sida: page > 1 ? String(page) : undefined };
  return `/sok?${new URLSearchParams(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])))}`;
}

/** What to try, before anything has been asked. */
export function Examples() {
  return (
    <>
      <p>{pageTexts.examplesLead}</p>
      <ul class="govuk-list govuk-list--bullet">
        {pageTexts.examples.map((q) => (
          <li>
            <a class="govuk-link" href={searchHref(q)}>
              {q}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What was found, how the words were read, and the way on. */
export function Results({
  answer,
  filter,
  countyNames,
}: {
  answer: SearchAnswer;
  filter: Filter;
  countyNames: ReadonlyMap<string, string>;
}) {
  const { query, total, items, notes, page, nextPage } = answer;
  if (items.length === 0) return <Nothing answer={answer} filter={filter} />;
  return (
    <section aria-labelledby="traffar">
      <h2 class="govuk-heading-m" id="traffar">
        {pageTexts.results(total, query)}
        {page > 1 && `. ${pageTexts.page(page)}`}
      </h2>
      <Notes notes={notes} filter={filter} />
      <ResultList level={3} items={items.map((item) => resultOf(item, countyNames))} />
      <Pagination
        previous={page > 1 ? searchHref(query, filter, page - 1) : undefined}
        next={nextPage ? searchHref(query, filter, nextPage) : undefined}
      />
    </section>
  );
}

function resultOf({ kind, title, place, address, county, agreement, snippet }: SearchItem, countyNames: ReadonlyMap<string, string>) {
  const where = kind === 'agreement' ? countyNames.get(county ?? '') : (agreement?.short ?? '');
  return {
    href: address,
    title,
    ...(agreement ? { tag: <StatusTag status={agreement.status.code} until={agreement.status.until} /> } : {}),
    meta: [kindLabels[kind], where, place].filter((fact): fact is string => Boolean(fact)),
    text: <Snippet pieces={snippet} />,
  };
}

function Snippet({ pieces }: { pieces: SearchItem['snippet'] }): Child {
  return <>{pieces.map(({ text, hit }) => (hit ? <mark>{text}</mark> : text))}</>;
}

function Notes({ notes, filter }: { notes: readonly Note[]; filter: Filter }) {
  return (
    <>
      {notes.map((note) => (
        <p class="ov-muted">
          {noteText(note)}
          {note.kind === 'corrected' && note.others.length > 0 && (
            <>
              {' '}
              {pageTexts.didYouMean}{' '}
              {note.others.map((word, index) => (
                <>
                  {index > 0 && ` ${pageTexts.or} `}
                  <a class="govuk-link" href={searchHref(word, filter)}>
                    {word}
                  </a>
                </>
              ))}
              ?
            </>
          )}
        </p>
      ))}
    </>
  );
}

function Nothing({ answer: { query, notes, page }, filter }: { answer: SearchAnswer; filter: Filter }) {
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  return (
    <Notice kind="empty" heading={pageTexts.nothing(query)}>
      <Notes notes={notes} filter={filter} />
      <ul class="govuk-list govuk-list--bullet">
        {pageTexts.advice.map((advice) => (
          <li>{advice}</li>
        ))}
        {(isNarrowed || page > 1) && (
          <li>
            <a class="govuk-link" href={searchHref(query)}>
              {pageTexts.withoutFilter}
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href="/vem-gor-vad">
            {pageTexts.navigator}
          </a>
        </li>
      </ul>
    </Notice>
  );
}
