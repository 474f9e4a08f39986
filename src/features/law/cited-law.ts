import type { LawFile } from '../../domain/counties/national-files.ts';
import { citationsOf, isStale, type ResolvedCitation } from '../../domain/law/citations-of.ts';
import { perRevision, type Tx } from '../../platform/index.ts';
import { nationalFile } from '../counties/index.ts';
import { type LawSentence, listLawSentences } from './law.sql.ts';

/** One citation in one sentence of an agreement, with what it comes to on the day. */
export type AgreementCitation = ResolvedCitation & { readonly sentence: LawSentence };

/** Every law citation in the agreements on a day. Reading every sentence takes a moment, so the answer is kept per day. */
export const citationsOn: (tx: Tx, on?: string) => Promise<AgreementCitation[]> = perRevision(async (tx, on) => {
  const law = await nationalFile(tx, 'law');
  const day = Temporal.PlainDate.from(on);
  return (await listLawSentences(tx, on)).flatMap((sentence) =>
    citationsOf(sentence.text, law, day, Temporal.PlainDate.from(sentence.writtenOn)).map((found) => ({ ...found, sentence })),
  );
}, 4);

/** The citations of running text, in order, with what each comes to. */
export function citationsIn(text: string, law: LawFile, on: string, writtenOn: string): ResolvedCitation[] {
  return citationsOf(text, law, Temporal.PlainDate.from(on), Temporal.PlainDate.from(writtenOn));
}

/** Does the citation need a warning: repealed, or not to be found? */
export function isStaleCitation({ resolution }: ResolvedCitation): boolean {
  return isStale(resolution);
}
