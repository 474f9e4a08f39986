import { holding, type Wording } from './wordings.ts';

/** Something that is worded anew, and when. */
export type DatedWording = Wording & { readonly at: Temporal.Instant };

/** What became of something between two moments: it came, was worded anew, or was taken out. `before` is how it was worded at the first of them. */
export type Change<W extends DatedWording> =
  | { readonly change: 'added'; readonly now: W }
  | { readonly change: 'changed'; readonly before: W; readonly now: W }
  | { readonly change: 'dropped'; readonly before: W };

/** What changed from one moment (undefined: from nothing) to another, in the order in which it was first said. What came and went between them is no change. */
export function changesBetween<W extends DatedWording>(
  wordings: readonly W[],
  from: Temporal.Instant | undefined,
  until: Temporal.Instant,
): Change<W>[] {
  const before = new Map((from ? heldAt(wordings, from) : []).map((one) => [one.id, one]));
  const after = new Map(heldAt(wordings, until).map((one) => [one.id, one]));
  const ids = new Set(wordings.map(({ id }) => id));
  return [...ids].flatMap((id): Change<W>[] => {
    const [was, now] = [before.get(id), after.get(id)];
    if (now && !was) return [{ change: 'added', now }];
    if (was && !now) return [{ change: 'dropped', before: was }];
    return was && now && was.number !== now.number ? [{ change: 'changed', before: was, now }] : [];
  });
}

/** What held at a moment. */
function heldAt<W extends DatedWording>(wordings: readonly W[], at: Temporal.Instant): W[] {
  return holding(wordings.filter((one) => Temporal.Instant.compare(one.at, at) <= 0));
}
