import { z } from 'zod';
import { MunicipalityCode } from '../../domain/counties/ids.ts';
import { partiesFrom } from '../../domain/drafts/draft-parties.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type Tx, useCase } from '../../platform/index.ts';
import { countyOf } from '../counties/index.ts';
import { addDraftParties, type DraftRow, findDraft } from './drafts.sql.ts';
import { loadDraft } from './load-draft.ts';
import { parentOf } from './local-plan.ts';
import { Cited, SeenInput, said, WordsOrNone } from './write-input.ts';
import { saveTerm } from './write-terms.ts';

/** The codes of the municipalities that can be parties of a draft: those of its county, of a local agreement those of the agreement that it belongs to. */
async function choicesFor(tx: Tx, row: Pick<DraftRow, 'county' | 'kind' | 'parent'>, today: Temporal.PlainDate): Promise<string[]> {
  const county = (await countyOf(tx, row.county))?.municipalities.map(({ code }) => code) ?? [];
  const parent = row.kind === 'local' ? await parentOf(tx, row.parent, today) : undefined;
  const named = parent?.terms.parties.municipalities ?? 'all';
  return named === 'all' ? county : county.filter((code) => named.includes(code));
}

/** The codes of the municipalities to choose parties among. Refuses `draft-not-found`. */
export const readPartyChoices = useCase({
  permission: 'drafts.read',
  mode: 'read',
  input: z.strictObject({ draft: z.uuid() }),
  run: async ({ tx, actor, today, input }) => {
    const view = await loadDraft(tx, actor, input.draft, today);
    return isRefusal(view) ? view : choicesFor(tx, view.row, today);
  },
});

/**
 * Writes who the parties are, what is said of them, and the text that names them. Whoever is written in works on the draft from then on; whoever is written out
 * goes on reading and writing it, and no longer decides. Refuses what `partiesFrom` refuses.
 */
export const writeDraftParties = useCase({
  permission: 'drafts.write',
  mode: 'write',
  input: z.strictObject({
    ...SeenInput,
    municipalities: z.union([z.literal('all'), z.array(MunicipalityCode).max(400)]),
    note: WordsOrNone,
    cites: Cited,
  }),
  run: async (context) => {
    const { tx, today, input } = context;
    const row = await findDraft(tx, input.draft);
    // Whether it may be read is tried when it is saved.
    const choices = row ? await choicesFor(tx, row, today) : [];
    let added: readonly string[] = [];
    const saved = await saveTerm(context, 'parties', (before) => {
      const ground = { class: row?.class ?? 'major', choices, isLocal: row?.kind === 'local' };
      const municipalities = partiesFrom(input.municipalities, before?.municipalities, ground);
      if (isRefusal(municipalities)) return municipalities;
      added = municipalities === 'all' ? choices : municipalities;
      return { region: true as const, municipalities, ...said({ note: input.note }), cites: input.cites };
    });
    if (!isRefusal(saved)) await addDraftParties(tx, input.draft, added);
    return saved;
  },
});
