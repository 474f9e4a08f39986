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
  {
    noun: 'import',
    verb: '',
    usage: '<fil> --county <länskod>',
    summary: 'Läser in ett befintligt avtal från text, Word eller PDF. Samma fil igen ändrar ingenting.',
    load: () => import('./import.ts'),
  },
  {
    noun: 'keys',
    verb: 'rotate',
    usage: '',
    summary: 'Krypterar personuppgifter på nytt under den första av nycklarna. Kan avbrytas och köras igen.',
    load: () => import('./keys-rotate.ts'),
  },
  {
    noun: 'audit',
    verb: 'verify',
    usage: '[--key <fil>]',
    summary: 'Prövar hela loggen och säger vilka rader som är ändrade, borttagna, inlagda eller flyttade.',
    load: () => import('./audit-verify.ts'),
  },
  {
    noun: 'audit',
    verb: 'export',
    usage: '<mapp> [--key <fil>]',
    summary: 'Skriver loggen, de signerade kontrollpunkterna och den öppna nyckeln till en mapp.',
    load: () => import('./audit-export.ts'),
  },
  {
    noun: 'audit',
    verb: 'verify-export',
    usage: '<mapp> [--key <fil>]',
    summary: 'Prövar ett uttag utan databas, med bara den öppna nyckeln.',
    load: () => import('./audit-verify-export.ts'),
  },
  {
    noun: 'audit',
    verb: 'prove',
    usage: '<händelse>',
    summary: 'Bevisar att en händelse finns i den signerade loggen.',
    load: () => import('./audit-prove.ts'),
  },
  {
    noun: 'audit',
    verb: 'prove-growth',
    usage: '<storlek> <storlek>',
    summary: 'Bevisar att loggen vid en senare kontrollpunkt börjar med loggen vid en tidigare.',
    load: () => import('./audit-prove-growth.ts'),
  },
  {
    noun: 'backup',
    verb: '',
    usage: '<mapp>',
    summary: 'Skriver en säkerhetskopia av hela databasen till en ny mapp.',
    load: () => import('./backup.ts'),
  },
  {
    noun: 'restore',
    verb: '',
    usage: '<mapp>',
    summary: 'Återställer en säkerhetskopia i en tom databas, allt eller inget.',
    load: () => import('./restore.ts'),
  },
  {
    noun: 'drill',
    verb: '',
    usage: '[--key <fil>]',
    summary: 'Övar: kopierar, återställer i en ny databas, jämför kontrollsummorna och prövar loggen.',
    load: () => import('./drill.ts'),
  },
];
