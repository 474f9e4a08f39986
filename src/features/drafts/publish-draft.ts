import { z } from 'zod';
import { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { publishedActs } from '../../domain/drafts/published.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { onConstraint, useCase } from '../../platform/index.ts';
import { decisionsOf } from './decisions.ts';
import { findRevision, lockDraft } from './drafts.sql.ts';
import { loadDraftFor } from './load-draft.ts';
import { publishVersion } from './publish.sql.ts';
import { sealPublished } from './seal-published.ts';
import { noteOfDecision, publishedTexts } from './texts-decision.ts';

/**
 * Makes a decided text a version of its agreement, with its decisions and signatures as what has happened to it. From here on nobody can change it, and every
 * reader sees it from its first day. It is sealed as a document. Answers the agreement and the label. Refuses `label-taken`, `versions-overlap`,
 * `seal-expired`, and what `loadDraftFor` refuses.
 */
export const publishDraft = useCase({
  permission: 'drafts.publish',
  mode: 'write',
  input: z.strictObject({ draft: z.uuid() }),
  run: async (context) => {
    const { tx, now, input, record } = context;
    await lockDraft(tx, input.draft);
    const view = await loadDraftFor(context, input.draft, 'drafts.publish');
    if (isRefusal(view)) return view;
    const { row, process, versions } = view;
    if (versions.some(({ version }) => version.label === row.label)) return refuse('label-taken', { label: row.label });
    const frozen = await findRevision(tx, row.id, process.submission?.revision);
    const decisions = await decisionsOf(tx, view);
    const text = AgreementFile.parse(frozen?.content.text);
    const source = publishedTexts.source;
    const acts = publishedActs(process, text.version.from, { source, noteOf: (step, decider) => noteOfDecision(decisions, step, decider) });
    const file = { ...text, source: { ...text.source, title: text.title, status: publishedTexts.status }, acts };
    const { slug, label, county } = row;
    const content = { slug, label, county, from: text.version.from, hash: process.submission?.hash ?? '' };
    const act = await record({ kind: 'drafts.publish', subject: { kind: 'draft', id: row.id }, content });
    return publishVersion(tx, { draft: row.id, act, file, at: now }).then(
      async () => (await sealPublished(context, file, decisions)) ?? { slug, label },
      (error: unknown) =>
        onConstraint(error, {
          agreement_version_pkey: refuse('label-taken', { label }),
          agreement_versions_do_not_overlap: refuse('versions-overlap', {}),
        }),
    );
  },
});
