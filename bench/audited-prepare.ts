/**
 * Run by the bench, bundled, on a database with counties loaded: puts in a unit with a member of staff, open sessions, and the people that the
 * unit works with.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { insertStaff, insertUnit } from '../src/features/demo/demo.sql.ts';
import { regionId } from '../src/features/organisations/index.ts';
import { seedPerson } from '../src/features/persons/index.ts';
import { systemClock } from '../src/platform/clock.ts';
import { readConfig } from '../src/platform/config/index.ts';
import { openDatabase, type Tx } from '../src/platform/db/index.ts';
import { stableId } from '../src/platform/ids.ts';
import { createLog } from '../src/platform/log/index.ts';
import { createKeyRing } from '../src/platform/secrets/index.ts';
import { afterLoad } from '../src/prepare-data.ts';
import { PEOPLE, personId, SESSIONS, secretOf, testNumber } from './audited/people.ts';

const config = readConfig(process.env);
if (Array.isArray(config) || !config.personKeys) throw new Error('the configuration has faults');
const keys = createKeyRing(config.personKeys);
const organisation = regionId('06');
const unit = stableId('bench:unit');
const account = stableId('bench:account');
const assignment = stableId('bench:assignment');
const now = systemClock.now();

async function prepare(tx: Tx): Promise<void> {
  await afterLoad(tx);
  const made = {
    id: unit,
    hsaId: 'SE0000000000-BENCH1',
    organisation,
    name: 'Mottagningen',
    kind: 'psykiatrisk-oppenvard',
    serves: [],
    phone: '-',
  };
  await insertUnit(tx, made, systemClock.today());
  const held = [{ id: assignment, role: 'regional-clinician', organisation, unit }] as const;
  const staff = {
    id: 'bench',
    account,
    hsaId: 'SE0000000000-BENCH2',
    name: 'Bo Bänk',
    county: '06',
    place: '',
    home: organisation,
    assignments: held,
  };
  await insertStaff(tx, staff, now);
  for (let n = 0; n < SESSIONS; n++) {
    const hash = createHash('sha256')
      .update(Buffer.from(secretOf(n), 'hex'))
      .digest();
    await sql`insert into session (token_hash, id, account_id, assignment_id, assurance, authenticated_at, created_at, last_seen_at, expires_at)
      values (${hash}, ${stableId(`bench:session:${n}`)}, ${account}, ${assignment}, 'loa3', ${now}, ${now}, ${now}, ${now.add({ hours: 9 })})
      on conflict do nothing`.execute(tx);
  }
  for (let n = 0; n < PEOPLE; n++) {
    const contacts = [{ id: stableId(`bench:contact:${n}`), unit, caseNumber: `BENCH-${n}` }];
    const person = { id: personId(n), organisation, name: `Person ${n}`, number: testNumber(n), protection: null, contacts };
    await seedPerson(tx, keys, { ...person, address: `Gatan ${n}, 000 00 Orten`, since: '2025-01-01' }, now);
  }
}

const database = await openDatabase(config, createLog('warn'));
try {
  await database.asOwner(prepare);
} finally {
  await database.close();
}
