import type { RefusalOf } from './backup-refusal.ts';

const list = (names: unknown) => (Array.isArray(names) ? names.join(', ') : String(names));

/** What the commands that save, bring back and rehearse say. */
export const backupTexts = {
  saved: (folder: string, tables: number, rows: number) =>
    `Säkerhetskopian är klar: ${tables} tabeller och ${rows} rader i ${folder}. Filerna är inte krypterade: förvara dem som databasen.`,
  keysApart: (keys: readonly string[]) =>
    `Nycklarna är inte med. Förvara en kopia av dem på ett annat ställe: utan dem går skyddade uppgifter inte att läsa (${keys.join(', ')}).`,
  restored: (tables: number, rows: number, at: string) =>
    `Databasen är återställd som den var ${at}: ${tables} tabeller och ${rows} rader, alla kontrollsummor stämmer.`,
  useSameKeys: 'Starta Överens med samma nycklar som förut. Då går skyddade uppgifter att läsa och loggen att pröva.',
  drill: {
    saved: (tables: number, rows: number) => `1. Kopierad: ${tables} tabeller och ${rows} rader.`,
    restored: '2. Återställd i en ny databas: alla kontrollsummor stämmer.',
    logSound: (events: number, checkpoints: number) => `3. Loggen är hel: ${events} förseglade händelser, ${checkpoints} kontrollpunkter.`,
    logFaulty: (count: number) => `3. Loggen i den återställda databasen är inte hel: ${count} fel. Kör overens audit verify.`,
    passed: 'Övningen gick bra. Den nya databasen är borttagen igen.',
    failed: 'Övningen gick inte bra.',
  },
  keyFaulty: 'AUDIT_SIGNING_KEY är ingen Ed25519-nyckel (PKCS #8, PEM eller base64).',
  notWritten: (detail: string) => `Det gick inte att läsa eller skriva filerna (${detail}). Ingenting är ändrat.`,
  refusals: {
    'folder-in-use': ({ folder }) => `I ${folder} finns redan något. Välj en ny mapp. Ingenting är skrivet.`,
    'tables-hidden': ({ tables }) =>
      `Den här inloggningen ser inte alla rader (${list(tables)}). Ange databasens ägare i DATABASE_OWNER_URL. Ingenting är skrivet.`,
    'backup-missing': ({ folder }) => `I ${folder} finns ingen säkerhetskopia. Ingenting är ändrat.`,
    'backup-damaged': ({ file }) => `Filen ${file} i säkerhetskopian saknas eller är skadad. Ta en annan kopia. Ingenting är ändrat.`,
    'database-not-empty': ({ place }) => `Databasen ${place} är inte tom. Återställ i en ny databas eller datamapp. Ingenting är ändrat.`,
    'other-migrations': ({ program, first }) =>
      `Säkerhetskopian är från en annan version av Överens (${program}; skiljer sig från ${first}). Återställ med den versionen och uppdatera sedan. Ingenting är ändrat.`,
    'other-tables': ({ table }) =>
      `Säkerhetskopian har andra tabeller än den här versionen (${table || 'någon saknas'}). Ingenting är ändrat.`,
    'not-as-written': ({ table }) => `Tabellen ${table} blev inte likadan som i säkerhetskopian. Allt är taget tillbaka.`,
    'role-missing': () => 'Rollen overens_app finns inte och går inte att skapa med den här inloggningen. Ingenting är ändrat.',
  } satisfies Record<RefusalOf, (facts: Readonly<Record<string, unknown>>) => string>,
};
