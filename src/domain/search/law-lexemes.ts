import type { LawFile } from '../counties/national-files.ts';
import { chooseSource } from '../law/choose-source.ts';
import { type Citation, provisionKey, sourceId } from '../law/citation.ts';

type Cited = Pick<Citation, 'source' | 'provisions'>;

function lexeme(id: string, key?: string): string {
  return key === undefined ? `law:${id}` : `law:${id}:${key}`;
}

/** The acts a citation may mean: all that bear the name, when it gives no number. */
function sourcesOf({ source }: Cited): readonly string[] {
  return source.kind === 'number' ? [sourceId(source.series, source.number)] : source.candidates;
}

/** What a citation in a text is found by: the act it means on the day it was written, its chapter, its provision. */
export function citedLexemes(citation: Cited, law: LawFile, writtenOn: Temporal.PlainDate): string[] {
  const id = chooseSource(citation, law, writtenOn)?.id;
  if (id === undefined) return [];
  const keys = citation.provisions.flatMap(({ chapter, section }) => [
    ...(chapter === undefined ? [] : [provisionKey({ chapter })]),
    ...(section === undefined ? [] : [provisionKey(chapter === undefined ? { section } : { chapter, section })]),
  ]);
  return [lexeme(id), ...new Set(keys.map((key) => lexeme(id, key)))];
}

/** Everything a citation may be found by, whichever act of the name it means: to mark it in a text. */
export function findableLexemes(citation: Cited): string[] {
  const chapters = citation.provisions.flatMap(({ chapter }) => (chapter === undefined ? [] : [{ chapter }]));
  return [[], chapters, citation.provisions].flatMap((provisions, level) =>
    level > 0 && provisions.length === 0 ? [] : soughtLexemes({ source: citation.source, provisions }),
  );
}

/** What a citation in a query looks for: its provisions, or the act as a whole, in every act it may mean. */
export function soughtLexemes(citation: Cited): string[] {
  const { provisions } = citation;
  return sourcesOf(citation).flatMap((id) =>
    provisions.length === 0 ? [lexeme(id)] : provisions.map((provision) => lexeme(id, provisionKey(provision))),
  );
}

/** What an act is found by, or one of its provisions as law.yaml writes it (`19:1`). */
export function provisionLexeme(id: string, key?: string): string {
  return lexeme(id, key);
}
