import type { LawFile } from '../../domain/counties/national-files.ts';
import { type Citation, provisionOf } from '../../domain/law/citation.ts';
import { citedOf, formatCitationShort } from '../../domain/law/format-citation.ts';
import { knownStatutes } from '../../domain/law/known-statutes.ts';
import { parseCitations } from '../../domain/law/parse-citations.ts';
import { parseLawReference } from '../../domain/law/parse-law-reference.ts';
import { resolveCitation } from '../../domain/law/resolve-citation.ts';
import { provisionLexeme, soughtLexemes } from '../../domain/search/law-lexemes.ts';
import { planQuery, wordsToLookUp } from '../../domain/search/plan-query.ts';
import type { CitedInQuery, QueryPlan } from '../../domain/search/query-plan.ts';
import type { Tx } from '../../platform/index.ts';
import type { SearchLanguage } from './language.ts';
import { factsOf } from './word-facts.ts';

/** Reads a cleaned query on a day: what to search for, and what was done with the words. */
export async function readQuery(
  tx: Tx,
  query: string,
  today: Temporal.PlainDate,
  language: SearchLanguage,
  law: LawFile,
): Promise<QueryPlan> {
  const facts = await factsOf(tx, wordsToLookUp(query, language.compounds), language);
  return planQuery(query, citedInQuery(query, law, today), facts, language);
}

/** The law citations of the query, also in the short form that only stands alone (`SoL 14:1`). */
function citedInQuery(query: string, law: LawFile, today: Temporal.PlainDate): CitedInQuery[] {
  const whole = parseLawReference(query, law);
  return (whole ? [whole] : parseCitations(query, knownStatutes(law))).map((citation) => ({
    start: citation.start,
    end: citation.end,
    text: citation.text,
    lexemes: soughtLexemes(citation),
    counterparts: counterpartsOf(citation, law, today),
    acts: citation.provisions.length === 0 ? [] : soughtLexemes({ ...citation, provisions: [] }),
  }));
}

/** What provisions that no longer apply are called today, in every act the citation may mean. */
function counterpartsOf(citation: Citation, law: LawFile, today: Temporal.PlainDate): CitedInQuery['counterparts'] {
  if (citation.provisions.length === 0) return [];
  const { source } = citation;
  const ids = source.kind === 'name' ? source.candidates : [source.number];
  const found = ids
    .flatMap((id) => resolveCitation({ ...citation, source: citedOf(id, []).source }, law, today).counterparts)
    .flatMap(({ sfs, provisions }) => provisions.map((key) => ({ sfs, key })));
  const sought = new Set(soughtLexemes(citation));
  return found
    .map(({ sfs, key }) => ({
      lexeme: provisionLexeme(sfs, key),
      text: formatCitationShort(citedOf(sfs, [provisionOf(key)]), knownStatutes(law)),
    }))
    .filter(({ lexeme }, index, all) => !sought.has(lexeme) && all.findIndex((other) => other.lexeme === lexeme) === index);
}
