import type { Command } from './command.ts';

/** Every command there is. A new command is a row here and a file of its own. */
export const commands: readonly Command[] = [
  {
    noun: 'county',
    verb: 'check',
    usage: '<mapp> [--national <mapp>]',
    summary: 'Kontrollerar en länsmapp och skriver ut varje fel.',
    load: () => import('./county-check.ts'),
  },
  {
    noun: 'county',
    verb: 'load',
    usage: '<mapp> [--national <mapp>]',
    summary: 'Läser in en länsmapp i databasen, allt eller inget, och säger vad som ändrades.',
    load: () => import('./county-load.ts'),
  },
];
