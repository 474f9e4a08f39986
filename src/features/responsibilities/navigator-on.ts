import { standingOf } from '../../domain/agreements/standing.ts';
import type { Status } from '../../domain/agreements/status.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { compileNavigator, type Navigator } from '../../domain/responsibilities/navigator.ts';
import { perRevision, type Tx } from '../../platform/index.ts';
import { agreementsOfCountyOn } from '../agreements/index.ts';
import { nationalFile } from '../counties/index.ts';

const made = perRevision(async (tx, key) => {
  const [county = '', day = ''] = key.split(' ');
  const agreements = await agreementsOfCountyOn(tx, county, Temporal.PlainDate.from(day));
  return compileNavigator<Status>(
    agreements.filter(({ agreement, status }) => standingOf(status.code) !== 'superseded' && hasDuties(agreement)),
    await nationalFile(tx, 'situation'),
  );
}, 32);

/** A local agreement that gives nobody a duty of its own only says how those of its parent are met. */
function hasDuties({ kind, responsibilities }: AgreementFile): boolean {
  return kind !== 'local' || responsibilities.length > 0;
}

/** The navigator of a county on a day, of agreements that have not been replaced or withdrawn, made once for as long as the loaded data is the same. */
export function navigatorOn(tx: Tx, county: string, on: Temporal.PlainDate): Promise<Navigator<Status>> {
  return made(tx, `${county} ${on}`);
}
