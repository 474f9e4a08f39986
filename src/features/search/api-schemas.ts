import { z } from '@hono/zod-openapi';
import type { Note } from '../../domain/search/query-plan.ts';
import { StatusBody, statusLabels } from '../agreements/index.ts';
import { ENTRY_KINDS } from './entry.ts';
import type { SearchAnswer, SearchItem } from './search.ts';
import { noteText } from './texts.ts';

const Hit = z
  .strictObject({
    kind: z.enum(ENTRY_KINDS),
    title: z.string(),
    place: z.string().nullable(),
    url: z.string(),
    county: z.string().nullable(),
    agreement: z
      .strictObject({ slug: z.string(), short: z.string(), status: z.strictObject({ code: StatusBody.shape.code, label: z.string() }) })
      .nullable(),
    snippet: z.array(z.strictObject({ text: z.string(), hit: z.boolean() })),
    score: z.number(),
  })
  .openapi('SearchHit', {
    description:
      '`url` leder till meningen när träffen är en mening. `snippet` är text i bitar och `hit` märker det som svarar på sökningen. `place` säger var i avtalet eller länet det står.',
  });

const SearchNote = z
  .strictObject({
    kind: z.enum(['synonyms', 'corrected', 'unknown', 'place', 'law', 'widened', 'only-common-words']),
    typed: z.string().nullable(),
    words: z.array(z.string()),
    text: z.string(),
  })
  .openapi('SearchNote', { description: 'Vad som gjordes med orden i sökningen, som kod med ord och som mening.' });

export const SearchBody = z
  .strictObject({
    query: z.string(),
    total: z.int(),
    next: z.string().nullable(),
    items: z.array(Hit),
    notes: z.array(SearchNote),
  })
  .openapi('Search', { description: 'Den bästa först. `next` är `after` för nästa sida.' });

/** The answer as the API gives it. */
export function searchBody({ query, total, next, items, notes }: SearchAnswer): z.infer<typeof SearchBody> {
  return { query, total, next: next ?? null, items: items.map(hitBody), notes: notes.map(noteBody) };
}

function hitBody({ kind, title, place, address, county, agreement, snippet, score }: SearchItem): z.infer<typeof Hit> {
  return {
    kind,
    title,
    place: place || null,
    url: address,
    county: county ?? null,
    agreement: agreement
      ? {
          slug: agreement.slug,
          short: agreement.short,
          status: { code: agreement.status.code, label: statusLabels[agreement.status.code] },
        }
      : null,
    snippet: snippet.map(({ text, hit }) => ({ text, hit })),
    score: Math.round(score * 10_000) / 10_000,
  };
}

function noteBody(note: Note): z.infer<typeof SearchNote> {
  return { kind: note.kind, typed: 'typed' in note ? note.typed : null, words: wordsOfNote(note), text: noteText(note) };
}

function wordsOfNote(note: Note): string[] {
  if (note.kind === 'synonyms' || note.kind === 'law') return [...note.also];
  if (note.kind === 'corrected') return [note.to, ...note.others];
  return note.kind === 'place' ? [...note.counties] : [];
}
