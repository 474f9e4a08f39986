import type { ChangeAnswer, Changed } from '../../../domain/plans/changes.ts';
import { openText } from '../../persons/index.ts';
import type { Asking } from '../load-plan.ts';
import { contexts } from '../sealed.ts';
import { listSpoken, type SpokenRow } from './spoken.sql.ts';

/** What a guardian or a representative has said in their own name. `change`: of what in the plan; `name`: undefined where the reader may not know whose plan it is. */
export type ShownSpoken = {
  readonly as: SpokenRow['speaks_as'];
  readonly speaker: string;
  readonly name: string | undefined;
  readonly own: boolean;
  readonly about: SpokenRow['about'];
  readonly change: Changed | undefined;
  readonly answer: ChangeAnswer | undefined;
  readonly words: string | undefined;
  readonly at: Temporal.Instant;
};

/** What has been said for the person by those who speak for them, as far as it is for the reader, the oldest first. */
export async function loadSpoken({ tx, keys }: Pick<Asking, 'tx' | 'keys'>, plan: string): Promise<ShownSpoken[]> {
  return (await listSpoken(tx, plan)).map(({ id, speaks_as, speaker, name, own, about, kind, subject, number, answer, cipher, at }) => ({
    ...{ as: speaks_as, speaker, own, about, at, name: name ?? undefined, answer: answer ?? undefined },
    change: kind && subject ? { kind, subject, number } : undefined,
    words: openText(keys, cipher, contexts.spoken(id)),
  }));
}
