import { stableId } from '../../platform/index.ts';
import { inventedName } from './names.ts';

/** Fictional individuals. Their numbers are of the series that Skatteverket keeps for tests. */
export const demoIndividuals = [
  { id: 'enskild-1', number: '198004179803' },
  { id: 'enskild-2', number: '199206242381' },
  { id: 'enskild-3', number: '195511029810' },
  // A child, an adult, and those who speak for them.
  { id: 'enskild-4', number: '201305199802' },
  { id: 'enskild-5', number: '199102289809' },
  { id: 'vardnadshavare-1', number: '198103259803', speaks: 'guardian' },
  { id: 'vardnadshavare-2', number: '198309149808', speaks: 'guardian' },
  { id: 'god-man-1', number: '197706119802', speaks: 'godMan' },
].map(({ speaks, ...one }, index) => ({
  ...one,
  speaks: speaks as 'guardian' | 'godMan' | undefined,
  account: stableId(`demo:${one.id}`),
  name: inventedName(200 + index),
}));
