/**
 * Run by the bench, bundled, on the database that `audited-prepare.ts` has filled, with how many plans there are to be: plans that municipalities have
 * opened, with units of the region asked to take part, and the persons' consent to what those may read. One in ten is of the unit that is measured.
 */
import { sql } from 'kysely';
import { insertUnit } from '../src/features/demo/demo.sql.ts';
import { municipalityId, regionId } from '../src/features/organisations/index.ts';
import { systemClock } from '../src/platform/clock.ts';
import { readConfig } from '../src/platform/config/index.ts';
import { openDatabase, type Tx } from '../src/platform/db/index.ts';
import { stableId } from '../src/platform/ids.ts';
import { createLog } from '../src/platform/log/index.ts';
import { createKeyRing, type KeyRing } from '../src/platform/secrets/index.ts';
import { benchId, firstWritten, PER_PLAN, type Sealed, SHARE, SQL_ID, WRITING } from './plans/given.ts';
import { fillPlans } from './plans/rows.ts';

const config = readConfig(process.env);
if (Array.isArray(config) || !config.personKeys) throw new Error('the configuration has faults');
const keys = createKeyRing(config.personKeys);
const plans = Number(process.argv[2]);
const [region, municipality] = [regionId('06'), municipalityId('0604')];
const UNITS = 40;

async function prepare(tx: Tx): Promise<void> {
  await sql.raw(SQL_ID).execute(tx);
  for (let n = 0; n < UNITS; n++) {
    await insertUnit(tx, unitOf('opening', n, municipality, 'socialtjanst-vuxen'), systemClock.today());
    await insertUnit(tx, unitOf('asked', n, region, 'vardcentral'), systemClock.today());
  }
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from plan where id in (select bench_id('plan', n::text) from generate_series(0, ${plans}) n)`.execute(tx);
  const begun = rows[0]?.n ?? 0;
  const [account, measured] = [stableId('bench:account'), stableId('bench:unit')];
  const common = { region, municipality, account, measured, units: UNITS };
  const written = { from: firstWritten(plans), to: firstWritten(plans) + WRITING };
  const sets = [
    { from: begun, to: plans, share: SHARE },
    { ...written, share: 1 },
  ];
  for (const set of sets) {
    for (const statement of fillPlans({ ...common, ...set })) await sql.raw(statement).execute(tx);
    const opened = Array.from({ length: Math.ceil((set.to - set.from) / set.share) }, (_, nth) => set.from + nth * set.share);
    for (const what of ['initiative', 'text', 'goal', 'measure', 'task'] as const) await sealOpened(tx, keys, what, opened);
  }
}

function unitOf(what: string, n: number, organisation: string, kind: string) {
  return {
    id: benchId(`${what}-unit`, n),
    hsaId: `SE0000000000-B${what}${n}`,
    organisation,
    name: `Enheten ${n}`,
    kind,
    serves: [],
    phone: '-',
  };
}

const COLUMNS: Readonly<Record<Sealed, readonly [table: string, column: string, context: string]>> = {
  initiative: ['plan_initiative', 'reason_cipher', 'plan.initiative'],
  text: ['plan_text', 'text_cipher', 'plan.text'],
  goal: ['plan_goal', 'goal_cipher', 'plan.goal'],
  measure: ['plan_measure', 'words_cipher', 'plan.measure'],
  task: ['plan_task_words', 'text_cipher', 'plan.task'],
};
const WORDS: Readonly<Record<Sealed, string>> = {
  initiative: 'Behöver både behandling och stöd i boendet, och ingen har hela bilden.',
  text: 'Att slippa berätta samma sak för alla, att få behålla lägenheten och att sova på natten.',
  goal: JSON.stringify({ goal: 'Sova på natten och vara nykter på vardagarna.', sign: 'Jag sover fem nätter av sju.' }),
  measure: JSON.stringify({ need: 'Stöd i hemmet', what: 'Besök två gånger i veckan', who: 'Bo Bänk', ownPart: 'Öppnar dörren' }),
  task: JSON.stringify({ what: 'Besök två gånger i veckan', message: 'Ring gärna först.' }),
};

/** What the measured unit may read is sealed as it is in the program: what others have is as long, and is never opened. */
async function sealOpened(tx: Tx, ring: KeyRing, what: Sealed, of: readonly number[]): Promise<void> {
  const [table, column, context] = COLUMNS[what];
  const each = what === 'initiative' ? 1 : PER_PLAN[what];
  const ids = of.flatMap((n) => Array.from({ length: each }, (_, i) => benchId(what, `${n}:${i + 1}`)));
  for (let from = 0; from < ids.length; from += 5_000) {
    const some = ids.slice(from, from + 5_000);
    const ciphers = some.map((id) => ring.encrypt(WORDS[what], `${context}:${id}`));
    await sql`update ${sql.table(table)} t set ${sql.ref(column)} = s.cipher
      from unnest(${some}::uuid[], ${ciphers}::bytea[]) s(id, cipher) where t.id = s.id`.execute(tx);
  }
}

const database = await openDatabase(config, createLog('warn'));
try {
  await database.asOwner(prepare);
} finally {
  await database.close();
}
