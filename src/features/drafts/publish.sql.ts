import { sql } from 'kysely';
import { sentencesOf } from '../../domain/agreements/sections.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { Tx } from '../../platform/index.ts';

/** Makes a decided draft a version of its agreement, which nobody can change. The database compares it with what was given over for decision. */
export async function publishVersion(
  tx: Tx,
  { draft, act, file, at }: { draft: string; act: string; file: AgreementFile; at: Temporal.Instant },
): Promise<void> {
  const sentences = sentencesOf(file).map(({ sectionId, sentenceId, text }) => ({ section: sectionId, id: sentenceId, text }));
  const duties = file.responsibilities.map(({ id, activity }) => ({ id, activity }));
  await sql`select publish_draft(${draft}, ${act}, ${JSON.stringify(file)}, ${at.toString()}, ${JSON.stringify(sentences)}, ${JSON.stringify(duties)})`.execute(
    tx,
  );
}
