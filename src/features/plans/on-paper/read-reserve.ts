import { z } from 'zod';
import { useCase } from '../../../platform/index.ts';
import { countyOf, nationalFile } from '../../counties/index.ts';

/** What the forms for when the service cannot be reached say of a county. About nobody. Throws where the county is not loaded. */
export const readReserve = useCase({
  permission: 'plans.find',
  mode: 'read',
  input: z.strictObject({ county: z.string() }),
  run: async ({ tx, input }) => {
    const county = await countyOf(tx, input.county);
    if (!county) throw new Error(`county ${input.county} is not loaded`);
    return { county, national: await nationalFile(tx, 'planning') };
  },
  audit: () => [],
});
