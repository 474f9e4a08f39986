import { withCarrier } from '../../../domain/plans/carried-by.ts';
import { LEFT_OUT_OF_VERSIONS } from '../../../domain/plans/plan-copy.ts';
import type { Asking, Loaded } from '../load-plan.ts';
import { listParties, listTexts } from '../plans.sql.ts';
import { identityOf, textsOf } from '../show-core.ts';
import { loadTasks } from '../tasks/load-tasks.ts';
import type { Contents } from './contents.ts';

/**
 * What is kept as a version (`VersionContent` in the domain reads it again): goals, measures (with the unit that has taken one on in another's place) and duties, what is written of needs, which units take part, and whose plan it is, but for
 * somebody whose identity is protected. What the person wants nobody told, and what was about the meeting alone, is left out.
 */
export async function versionContent(
  asking: Asking,
  loaded: Loaded,
  contents: Pick<Contents, 'goals' | 'measures' | 'duties'>,
): Promise<object> {
  const { row, reach } = loaded;
  const identity = identityOf(asking, row, reach);
  const texts = textsOf(asking, await listTexts(asking.tx, row.id), reach).filter(({ part }) => !LEFT_OUT_OF_VERSIONS.has(part));
  const tasks = contents.measures ? await loadTasks(asking, loaded) : [];
  const measures = contents.measures?.map((one) => withCarrier(one, tasks));
  return {
    ...contents,
    ...(measures ? { measures } : {}),
    ...(identity && !identity.protected ? { identity: { name: identity.name, number: identity.number } } : {}),
    texts: texts.map(({ part, dataKind, voice, text }) => ({ part, dataKind, voice, text })),
    units: (await listParties(asking.tx, row.id)).map(({ unit_name: unit, organisation_name: organisation }) => ({ unit, organisation })),
  };
}
