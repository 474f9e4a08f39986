import { z } from 'zod';
import { Slug } from '../../domain/counties/ids.ts';
import { freeSlug, slugOf } from '../../domain/counties/slug.ts';
import type { Terms } from '../../domain/counties/terms.ts';
import { placedAmong } from '../../domain/drafts/place-among.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type UseCaseContext, useCase } from '../../platform/index.ts';
import { saveChecked } from './save-checked.ts';
import type { Seen } from './save-draft.ts';
import { After } from './write-adoption.ts';
import { Cited, Lines, SeenInput } from './write-input.ts';
import { withTerm } from './write-terms.ts';

type Parts = NonNullable<Terms['local-agreements']>['parts'];

const write = { permission: 'drafts.write', mode: 'write' } as const;

/** Changes the parts that local agreements are to have, and tries the one at `at`. Refuses `term-not-found` when nothing is said of local agreements yet. */
function saveParts<No extends Refusal>(context: UseCaseContext<Seen>, at: () => number, change: (parts: Parts) => Parts | No) {
  const where = { place: 'term:local-agreements', at: () => ['terms', 'local-agreements', 'parts', at()] };
  return saveChecked(context, where, (draft) => {
    const term = draft.text.terms['local-agreements'];
    if (!term) return refuse('term-not-found', { term: 'local-agreements' });
    const parts = change(term.parts);
    return isRefusal(parts) ? parts : withTerm(draft, 'local-agreements', { ...term, parts });
  });
}

/** Writes a part that local agreements are to have: its heading, what belongs in it, and where it stands. Without `id` a new one. Refuses `part-not-found` and `term-not-found`. */
export const writeLocalPart = useCase({
  ...write,
  input: z.strictObject({
    ...SeenInput,
    id: Slug.optional(),
    heading: z.string().trim().min(1).max(300),
    guidance: Lines,
    after: After,
    cites: Cited,
  }),
  run: (context) => {
    const { id: asked, heading, guidance, after, cites } = context.input;
    let index = 0;
    return saveParts(
      context,
      () => index,
      (parts) => {
        const was = parts.findIndex(({ id }) => id === asked);
        if (asked !== undefined && was < 0) return refuse('part-not-found', {});
        const id = asked ?? freeSlug(slugOf(heading) || 'del', (slug) => parts.some((one) => one.id === slug));
        const written = { id, heading, guidance, cites };
        const placed = placedAmong(parts, written, { was: was < 0 ? undefined : was, after });
        index = placed.indexOf(written);
        return placed;
      },
    );
  },
});

/** Takes a part away. Refuses `part-not-found` and `term-not-found`. */
export const removeLocalPart = useCase({
  ...write,
  input: z.strictObject({ ...SeenInput, id: Slug }),
  run: (context) =>
    saveParts(
      context,
      () => -1,
      (parts) => {
        const others = parts.filter(({ id }) => id !== context.input.id);
        return others.length === parts.length ? refuse('part-not-found', {}) : others;
      },
    ),
});
