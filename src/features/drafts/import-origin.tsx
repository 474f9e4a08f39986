import { z } from 'zod';
import { type DraftText, findSection } from '../../domain/drafts/draft-file.ts';
import { lackingOf } from '../../domain/drafts/draft-from-import.ts';
import { mayReadDraft } from '../../domain/drafts/policies.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { formatDateTime, SummaryList, Table } from '../../ui/index.ts';
import { proposalKindLabels } from '../imports/index.ts';
import { findDraft } from './drafts.sql.ts';
import { findImportOrigin } from './import-origin.sql.ts';
import { placeLabel } from './texts.ts';
import { lackLabels, leftOutLabels, fromImportTexts as texts } from './texts-import.ts';

/** Which file a working copy was made from, and what did not come along; null when it was not made from a file. Refuses `draft-not-found`. */
export const readImportOrigin = useCase({
  permission: 'drafts.read',
  mode: 'read',
  input: z.strictObject({ draft: z.uuid() }),
  run: async ({ tx, actor, input }) => {
    const row = await findDraft(tx, input.draft);
    if (!row || !mayReadDraft(actor, row)) return refuse('draft-not-found', { id: input.draft });
    return (await findImportOrigin(tx, input.draft)) ?? null;
  },
});

type Origin = Exclude<Awaited<ReturnType<typeof readImportOrigin>>, { refused: true } | null>;

/** What a working copy was made from, what is lacking in it as it is now, and what was accepted and did not come along. */
export function ImportOriginShown({ origin, text }: { origin: Origin; text: DraftText }) {
  const { origin: words } = texts;
  const { accepted, changed, rejected, waiting } = origin.counts;
  const { must, may } = lackingOf(text);
  return (
    <>
      <h2 class="govuk-heading-m">{words.heading}</h2>
      <p>{words.lead}</p>
      <SummaryList
        rows={[
          { label: words.file, value: origin.file },
          { label: words.sha256, value: <code class="ov-code-long">{origin.sha256}</code> },
          { label: words.read, value: formatDateTime(Temporal.Instant.from(origin.read)) },
          { label: words.reviewers, value: origin.reviewers.join(', ') || words.nobody },
          { label: words.counts, value: words.countsOf(accepted, changed, rejected, waiting) },
        ]}
      />
      <h3 class="govuk-heading-s">{words.lacking}</h3>
      <Names names={must} none={words.lackingNone} />
      {may.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{words.may}</h3>
          <Names names={may} none="" />
        </>
      )}
      {origin.leftOut.length > 0 && (
        <Table
          caption={words.leftOut}
          columns={words.leftOutColumns.map((label) => ({ label }))}
          rows={origin.leftOut.map(({ kind, why, text: said, cites }) => [
            proposalKindLabels[kind],
            leftOutLabels[why],
            <>
              {said} <span class="ov-muted">{headingsOf(text, cites).join(', ')}</span>
            </>,
          ])}
        />
      )}
    </>
  );
}

/** The headings that sentences stand under; nothing of one whose section is gone. */
function headingsOf({ sections }: DraftText, cites: readonly string[]): string[] {
  return [...new Set(cites.flatMap((cite) => findSection(sections, cite.split('.')[0] ?? '')?.heading ?? []))];
}

function Names({ names, none }: { names: readonly string[]; none: string }) {
  if (names.length === 0) return <p>{none}</p>;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {names.map((name) => (
        <li>{lackLabels[name] ?? placeLabel(`term:${name}`)}</li>
      ))}
    </ul>
  );
}
