import { z } from '@hono/zod-openapi';
import { Slug } from '../../domain/counties/ids.ts';
import { sides } from '../../domain/drafts/process.ts';
import { MOST_REMARK, remarkActNames, remarkSorts, remarkStates } from '../../domain/drafts/remarks/remark.ts';
import type { RemarkView } from './read-remarks.ts';
import { remarkApiTexts as texts } from './texts-remarks.ts';

/** Shapes of remarks on working copies in the API, and a remark in that shape. */

export const EXAMPLE_DRAFT = 'd102d4ad-2ef8-81ff-baaa-454c43b9bfba';
export const EXAMPLE_REMARK = 'b5c640bf-7f23-8777-a795-9797bdb234b6';

const By = z.strictObject({ name: z.string(), side: z.enum(sides) });

const Remark = z
  .strictObject({
    id: z.uuid(),
    sort: z.enum(remarkSorts),
    state: z.enum(remarkStates),
    place: z.string(),
    sentence: z.string().nullable(),
    words: z.string(),
    wording: z.string().nullable(),
    text: z.string().nullable(),
    by: By,
    at: z.string(),
    now: z.strictObject({ is: z.enum(['same', 'changed', 'moved', 'gone']), words: z.string().nullable() }),
    acts: z.array(z.strictObject({ act: z.enum(remarkActNames), text: z.string().nullable(), by: By, at: z.string() })),
    may: z.array(z.enum(remarkActNames)),
  })
  .openapi('DraftRemark', { description: texts.remark });

export const RemarkList = z
  .strictObject({ number: z.int(), remarks: z.array(Remark) })
  .openapi('DraftRemarkList', { description: texts.list });

export const NewRemark = z
  .strictObject({
    key: z.uuid().optional(),
    seen: z.int().min(1).max(2_147_483_647),
    sort: z.enum(remarkSorts),
    place: z.string().max(200).optional(),
    sentence: Slug.clone().optional(),
    text: z.string().max(MOST_REMARK).optional(),
    wording: z.string().max(MOST_REMARK).optional(),
  })
  .openapi('NewDraftRemark', {
    description: texts.newRemark,
    example: {
      seen: 1,
      sort: 'comment',
      place: 'section:inledning',
      text: 'Vilka menas här?',
      key: '0190a0a0-0000-7000-8000-000000000027',
    },
  });

export const KeptRemark = z
  .strictObject({ id: z.uuid() })
  .openapi('KeptDraftRemark', { description: texts.kept, example: { id: '0190a0a0-0000-7000-8000-000000000027' } });

export const NewRemarkAct = z
  .strictObject({ key: z.uuid().optional(), act: z.enum(remarkActNames), text: z.string().max(MOST_REMARK).optional() })
  .openapi('NewDraftRemarkAct', {
    description: texts.newAct,
    example: { act: 'answer', text: 'Alla som bor i länet.', key: '0190a0a0-0000-7000-8000-000000000028' },
  });

/** A remark as whoever asks sees it. */
export function remarkBody(remark: RemarkView): z.infer<typeof Remark> {
  const { id, sort, state, place, sentence, words, wording, text, name, side, at, now, acts, abilities } = remark;
  return {
    id,
    sort,
    state,
    place,
    sentence,
    words,
    wording: wording || null,
    text: text || null,
    by: { name, side },
    at,
    now: { is: now.is, words: 'words' in now ? now.words : null },
    acts: acts.map((act) => ({ act: act.kind, text: act.text || null, by: { name: act.name, side: act.side }, at: act.at })),
    may: remarkActNames.filter((act) => abilities.has(act)),
  };
}
