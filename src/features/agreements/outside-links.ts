import { z } from 'zod';
import { type OutsideLink, outsideLinks } from '../../domain/agreements/outside-links.ts';
import { perRevision, type Tx, useCase } from '../../platform/index.ts';
import { allCounties } from '../counties/index.ts';
import { latestLinkChecks } from '../link-checks/index.ts';
import { listVersionsOfCounty } from './agreements.sql.ts';

/** Every outside link of every version of every agreement that is held. */
export const allOutsideLinks: (tx: Tx) => Promise<OutsideLink[]> = perRevision(async (tx) => {
  const counties = await allCounties(tx);
  const versions = await Promise.all(counties.map(({ code }) => listVersionsOfCounty(tx, code)));
  return versions.flat().flatMap(outsideLinks);
});

/** Every outside link of the register, and the last check of each address. */
export const readOutsideLinks = useCase({
  permission: 'agreements.read',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, today }) => {
    const [links, latest] = await Promise.all([allOutsideLinks(tx), latestLinkChecks(tx, today)]);
    return { links, latest };
  },
});
