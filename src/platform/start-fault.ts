/** Where a database is, as far as it may be printed: never user, password or options. */
type Place = string;

/**
 * Every way a start can be refused, with the one Swedish sentence the person at the terminal reads:
 * what is wrong, then what to do. Nothing secret may be put in.
 */
const sentences = {
  'config-invalid': (p: { faults: readonly string[] }) => p.faults.join('\n'),
  'port-taken': (p: { port: number }) =>
    `Port ${p.port} används redan av ett annat program. Stäng det, eller välj en annan port: PORT=${p.port < 65535 ? p.port + 1 : 3000} npm start`,
  'port-forbidden': (p: { port: number }) =>
    `Port ${p.port} får inte öppnas av den här användaren. Välj en port från 1024 och uppåt: PORT=3000 npm start`,
  'address-unusable': (p: { detail: string }) =>
    `Servern kan inte lyssna på den angivna adressen (${p.detail}). Kontrollera HOST och PORT.`,
  'data-folder-unwritable': (p: { folder: string; detail: string }) =>
    `Datamappen ${p.folder} går inte att skriva i (${p.detail}). Ändra rättigheterna, eller välj en annan mapp: OVERENS_DATA=/sökväg npm start`,
  'data-folder-in-use': (p: { folder: string }) =>
    `Datamappen ${p.folder} används redan av en annan Överens som är igång. Stäng den, eller ge den här en egen mapp: OVERENS_DATA=/sökväg npm start`,
  'data-folder-hidden': (p: { folder: string; user: string }) =>
    `Databasen i ${p.folder} kan inte nås av användaren ${p.user}, som databasen måste köras som när du är root. Öppna mapparna ovanför (chmod o+x), eller välj en annan mapp: OVERENS_DATA=/sökväg npm start`,
  'data-folder-other-version': (p: { folder: string; found: string; needed: string }) =>
    `Databasen i ${p.folder} är gjord med PostgreSQL ${p.found}, men programmet kör version ${p.needed}. Flytta undan mappen eller ange en annan: OVERENS_DATA=/sökväg npm start`,
  'disk-full': (p: { folder: string }) => `Disken är full: det finns inte plats i ${p.folder}. Frigör utrymme och starta igen.`,
  'embedded-unsupported': (p: { platform: string }) =>
    `Den inbyggda databasen finns inte för ${p.platform}. Ange en egen PostgreSQL 18: DATABASE_URL=postgres://… npm start`,
  'embedded-no-user': (p: { detail: string }) =>
    `PostgreSQL får inte köras som root, och användaren postgres kan inte användas eller skapas (${p.detail}). Starta som en vanlig användare, eller ange DATABASE_URL.`,
  'embedded-not-created': (p: { detail: string }) =>
    `Databasen kunde inte skapas (${p.detail}). Rätta orsaken och starta igen, eller ange en egen PostgreSQL 18: DATABASE_URL=postgres://… npm start`,
  'embedded-not-started': (p: { detail: string; log: string }) =>
    `Databasen startade inte (${p.detail}). Läs ${p.log} för att se varför, och starta sedan igen.`,
  'embedded-not-stopped': (p: { pid: number }) =>
    `En databas från en tidigare körning går inte att stoppa (process ${p.pid}). Avsluta den för hand och starta igen.`,
  'embedded-lost': (p: { log: string }) => `Databasen stannade och gick inte att starta om. Läs ${p.log} för att se varför.`,
  'database-unreachable': (p: { place: Place; detail: string }) =>
    `Databasen på ${p.place} svarar inte (${p.detail}). Kontrollera att den är igång och att DATABASE_URL stämmer.`,
  'database-login-refused': (p: { place: Place }) =>
    `Databasen på ${p.place} godtog inte inloggningen. Kontrollera användare och lösenord i DATABASE_URL.`,
  'database-missing': (p: { place: Place }) =>
    `Databasen ${p.place} finns inte på servern. Skapa den med CREATE DATABASE, eller rätta DATABASE_URL.`,
  'database-too-old': (p: { place: Place; found: string }) =>
    `Databasen på ${p.place} är PostgreSQL ${p.found}. Överens behöver version 18 eller senare.`,
  'database-role-missing': (p: { place: Place; role: string; user: string }) =>
    `Databasen på ${p.place} saknar rollen ${p.role}, eller så får ${p.user} inte använda den. Kör som administratör: CREATE ROLE ${p.role}; GRANT ${p.role} TO ${p.user};`,
  'database-owner-needed': (p: { place: Place; user: string }) =>
    `Användaren ${p.user} får inte uppdatera databasen på ${p.place}. Ange en som äger databasen i DATABASE_OWNER_URL; DATABASE_URL är för allt annat.`,
  'database-newer': (p: { unknown: readonly string[] }) =>
    `Databasen är uppdaterad av en nyare version av Överens (${p.unknown.join(', ')}). Starta den versionen, eller ange en annan databas eller datamapp.`,
  'migration-changed': (p: { name: string }) =>
    `Ändringen ${p.name} ser annorlunda ut nu än när databasen uppdaterades. Återställ filen, eller ange en annan databas eller datamapp.`,
  'migration-late': (p: { name: string; last: string }) =>
    `Ändringen ${p.name} har tillkommit före ${p.last}, som redan är gjord. Ge den ett högre nummer, eller ange en annan databas eller datamapp.`,
  'data-faulty': (p: { folder: string }) => `Uppgifterna i ${p.folder} har fel. Se dem med: npx overens county check ${p.folder}`,
  'audit-key-unusable': (_: object) =>
    'AUDIT_SIGNING_KEY, eller filen audit-signing-key.pem i datamappen, är ingen privat Ed25519-nyckel. Skapa en med: openssl genpkey -algorithm ed25519',
  'seal-unusable': (_: object) =>
    'OVERENS_SEAL_KEY och OVERENS_SEAL_CERTIFICATE, eller filen demo-seal.pem i datamappen, är ingen nyckel (RSA, P-256 eller P-384) med certifikat som hör ihop. Kontrollera filerna.',
  'key-file-damaged': (p: { file: string }) =>
    `Nyckelfilen ${p.file} är skadad. Återställ den från en säkerhetskopia: utan den kan sparade personuppgifter inte läsas.`,
  'migration-failed': (p: { name: string; detail: string }) =>
    `Ändringen ${p.name} av databasen misslyckades och är återtagen (${p.detail}). Rätta orsaken och starta igen.`,
} satisfies Record<string, (facts: never) => string>;

export type StartFaultCode = keyof typeof sentences;
type Facts<Code extends StartFaultCode> = Parameters<(typeof sentences)[Code]>[0];

/**
 * A start that cannot go on for a reason the person can do something about. Thrown, because it ends the process:
 * `main.ts` prints `message` (one line; one line per fault for `config-invalid`) and exits with `exitCode`.
 */
export class StartFault extends Error {
  readonly exitCode = 1;
  readonly code: StartFaultCode;

  constructor(code: StartFaultCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StartFault';
    this.code = code;
  }
}

/** Makes a fault with its sentence. `cause` is kept for the log and never printed. */
export function startFault<Code extends StartFaultCode>(code: Code, facts: Facts<Code>, cause?: unknown): StartFault {
  const sentence = sentences[code] as (facts: Facts<Code>) => string;
  return new StartFault(code, sentence(facts), cause);
}

/** The fault behind a refused `listen`, or undefined when the error is something else. */
export function listenFault(error: unknown, port: number): StartFault | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return startFault('port-taken', { port }, error);
  if (code === 'EACCES') return startFault('port-forbidden', { port }, error);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return startFault('address-unusable', { detail: String(code) }, error);
  return undefined;
}

/** The first line of an error, for the bracket of a sentence: no stack, no line breaks, at most 200 characters. */
export function briefly(error: unknown): string {
  const text = error instanceof Error ? error.message || ('code' in error ? String(error.code) : error.name) : String(error);
  return (text.split('\n', 1)[0] ?? '').slice(0, 200);
}
