import { stableId } from '../../platform/index.ts';
import { inventedName } from './names.ts';

/** Fictional individuals. Their numbers are of the series that Skatteverket keeps for tests. */
export const demoIndividuals = [
  { id: 'enskild-1', number: '198004179803' },
  { id: 'enskild-2', number: '199206242381' },
  { id: 'enskild-3', number: '195511029810' },
].map((one, index) => ({ ...one, account: stableId(`demo:${one.id}`), name: inventedName(200 + index) }));
