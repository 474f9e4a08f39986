const list = (names: unknown) => (Array.isArray(names) ? names.join(', ') : String(names));

type Say = (facts: Readonly<Record<string, unknown>>) => string;

/** Why a backup is not made or not put back, and what to do. */
export const backupRefusals = {
  'folder-in-use': ({ folder }) => `I ${folder} finns redan något. Välj en ny mapp. Ingenting är skrivet.`,
  'tables-hidden': ({ tables }) =>
    `Den här inloggningen ser inte alla rader (${list(tables)}). Ange databasens ägare i DATABASE_OWNER_URL. Ingenting är skrivet.`,
  'backup-missing': ({ folder }) => `I ${folder} finns ingen säkerhetskopia. Ingenting är ändrat.`,
  'backup-damaged': ({ file }) =>
    `Filen ${file} i säkerhetskopian saknas, är ändrad eller hör till en annan kopia. Ta en annan kopia. Ingenting är ändrat.`,
  'backup-other-key': ({ by }) => `Säkerhetskopian är gjord med en annan nyckel (${by}). Ange den i BACKUP_KEY. Ingenting är ändrat.`,
  'database-not-empty': ({ place }) => `Databasen ${place} är inte tom. Återställ i en ny databas eller datamapp. Ingenting är ändrat.`,
  'other-migrations': ({ program, first }) =>
    `Säkerhetskopian är från en annan version av Överens (${program}; skiljer sig från ${first}). Återställ med den versionen och uppdatera sedan. Ingenting är ändrat.`,
  'other-tables': ({ table }) =>
    `Säkerhetskopian har andra tabeller än den här versionen (${table || 'någon saknas'}). Ingenting är ändrat.`,
  'not-as-written': ({ table }) => `Tabellen ${table} blev inte likadan som i säkerhetskopian. Allt är taget tillbaka.`,
  'role-missing': () => 'Rollen overens_app finns inte och går inte att skapa med den här inloggningen. Ingenting är ändrat.',
} satisfies Record<string, Say>;
