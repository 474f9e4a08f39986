import { backupRefusals } from '../platform/db/backup/index.ts';
import type { RefusalOf } from './backup-refusal.ts';

/** What the commands that save, bring back and rehearse say. */
export const backupTexts = {
  saved: (folder: string, tables: number, rows: number) =>
    `Säkerhetskopian är klar: ${tables} tabeller och ${rows} rader i ${folder}. Filerna är krypterade och signerade.`,
  keysApart: (keys: readonly string[]) =>
    `Nycklarna är inte med. Förvara en kopia av dem på ett annat ställe: utan dem går kopian och skyddade uppgifter inte att läsa (${keys.join(', ')}).`,
  restored: (tables: number, rows: number, at: string) =>
    `Databasen är återställd som den var ${at}: ${tables} tabeller och ${rows} rader, alla kontrollsummor stämmer.`,
  useSameKeys: 'Starta Överens med samma nycklar som förut. Då går skyddade uppgifter att läsa och loggen att pröva.',
  drill: {
    saved: (tables: number, rows: number) => `1. Kopierad: ${tables} tabeller och ${rows} rader.`,
    changedRefused: '2. Krypterad och signerad: en ändrad kopia vägras.',
    changedTaken: '2. En ändrad kopia vägrades inte. Lita inte på kopiorna.',
    restored: '3. Återställd i en ny databas: alla kontrollsummor stämmer.',
    logSound: (events: number, checkpoints: number) => `4. Loggen är hel: ${events} förseglade händelser, ${checkpoints} kontrollpunkter.`,
    logFaulty: (count: number) => `4. Loggen i den återställda databasen är inte hel: ${count} fel. Kör overens audit verify.`,
    passed: 'Övningen gick bra. Den nya databasen är borttagen igen.',
    failed: 'Övningen gick inte bra.',
  },
  keyMissing:
    'BACKUP_KEY saknas. Den krypterar och signerar kopian: 32 byte som base64. Skapa en med: openssl rand -base64 32. Ingenting är gjort.',
  keyFaulty: 'AUDIT_SIGNING_KEY är ingen Ed25519-nyckel (PKCS #8, PEM eller base64).',
  notWritten: (detail: string) => `Det gick inte att läsa eller skriva filerna (${detail}). Ingenting är ändrat.`,
  refusals: backupRefusals satisfies Record<RefusalOf, (facts: Readonly<Record<string, unknown>>) => string>,
};
