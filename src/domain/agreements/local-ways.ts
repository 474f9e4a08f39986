import type { AgreementFile } from '../counties/agreement-file.ts';
import type { Practice } from '../counties/local-practice.ts';
import { standingOf } from './standing.ts';
import type { Status } from './status.ts';

/** How a duty of another agreement is met in a municipality, with the local agreement that says so. */
export type LocalWay = { readonly agreement: AgreementFile; readonly row: string; readonly practice: Practice };

/** Local ways by the duty they are of: `agreement/row`. */
export type LocalWays = ReadonlyMap<string, readonly LocalWay[]>;

type OnDay = { readonly agreement: AgreementFile; readonly status: Status };

/** The key of a duty among local ways. */
export function wayKey(agreement: string, row: string): string {
  return `${agreement}/${row}`;
}

/** The local agreements of a municipality that apply on the day: one that may apply, or did, tells nobody what to do. */
export function localAgreementsOf<A extends OnDay>(agreements: readonly A[], municipality: string): A[] {
  return agreements.filter(({ agreement, status }) => {
    const { municipalities } = agreement.terms.parties;
    const isParty = municipalities === 'all' || municipalities.includes(municipality);
    return agreement.kind === 'local' && agreement.local !== undefined && isParty && standingOf(status.code) === 'holds';
  });
}

/** How the duties of a county's agreements are met in a municipality. What nothing is written of is left out. */
export function localWays(agreements: readonly OnDay[], municipality: string): LocalWays {
  const ways = localAgreementsOf(agreements, municipality).flatMap(({ agreement }) =>
    Object.entries(agreement.local?.rows ?? {}).flatMap(([row, practice]) =>
      isTold(practice) ? [{ agreement, row, practice, key: wayKey(agreement.parent ?? '', row) }] : [],
    ),
  );
  return Map.groupBy(ways, ({ key }) => key);
}

/** Does it say anything of how, by whom or when; or that it is not done here? */
export function isTold({ how, by, when, until, status }: Practice): boolean {
  return how !== undefined || by.length > 0 || when !== undefined || until !== undefined || status === 'not-applicable';
}
