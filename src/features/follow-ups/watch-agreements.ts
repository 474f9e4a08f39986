import { PUBLIC } from '../../domain/access/actor.ts';
import { endedPeriods, extensionsLost, extensionsToNote } from '../../domain/agreements/execute-extension.ts';
import { dayAfter } from '../../domain/agreements/extension.ts';
import { expiryWarnings } from '../../domain/follow-ups/expiry-warnings.ts';
import { watchersOf } from '../../domain/follow-ups/responsible.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type Facts, type JobKind, type Runtime, recorder, stableId, type Telling, type Tx } from '../../platform/index.ts';
import { registeredOn, registerOn } from '../agreements/index.ts';
import { accountsSitting, municipalityId, regionId, whereNobodySits } from '../organisations/index.ts';
import { insertAct } from './follow-ups.sql.ts';
import type { RegisteredVersion } from './load-agreement.ts';
import { askForRun, endRun, findRunSlug, listRuns, listTold, lockAgreement, noteTold } from './watch.sql.ts';

/** What the database knows this work by. */
export const WATCH = 'watch-agreements';

type Look = { readonly tx: Tx; readonly agreement: RegisteredVersion; readonly today: Temporal.PlainDate; readonly now: Temporal.Instant };

/**
 * The work of looking over all agreements, once when the program starts and once a day, and one agreement when something was registered about it: notes the
 * extensions that the terms have made, says where nobody knows, and warns before an agreement ends. Each agreement is looked at in a transaction of its own, by
 * one process at a time, and everything is told once: done again, after a crash or by several processes, it does nothing. One that cannot be looked at stops
 * none of the others; the look is then tried again.
 */
export function watchAgreements({ database, clock }: Runtime): JobKind {
  let asked: string | undefined;
  const acting = () => ({ program: WATCH, now: clock.now() });
  const ask = async () => {
    const today = clock.today();
    if (asked === today.toString()) return;
    const cause = asked === undefined ? 'start' : 'day';
    await database.transaction('write', (tx) => askForRun(tx, cause, today, clock.now()), acting());
    asked = today.toString();
  };
  return {
    queue: WATCH,
    waiting: async () => {
      await ask();
      return database.transaction('read', listRuns, acting());
    },
    run: async (id) => {
      const today = clock.today();
      const findSlugs = async (tx: Tx) => {
        const one = await findRunSlug(tx, id);
        return one === undefined ? (await registerOn(tx, today)).map(({ agreement }) => agreement.slug) : [one];
      };
      const slugs = await database.transaction('read', findSlugs, acting());
      const faults: unknown[] = [];
      for (const slug of slugs) {
        await database
          .transaction('write', (tx) => watchAgreement(tx, slug, today, clock.now()), acting())
          .catch((error) => faults.push(error));
      }
      if (faults.length > 0) throw faults[0];
      await database.transaction('write', (tx) => endRun(tx, id, clock.now()), acting());
    },
  };
}

/** Looks at one agreement. What is read is read after the lock: another process may just have been here. */
async function watchAgreement(tx: Tx, slug: string, today: Temporal.PlainDate, now: Temporal.Instant): Promise<void> {
  await lockAgreement(tx, slug);
  const found = await registeredOn(tx, { slug }, today);
  if (isRefusal(found)) return;
  const look = { tx, agreement: found.agreement, today, now };
  const noted = await noteExtensions(look);
  await tellUnsure(look, noted);
  await warn(look, noted);
}

/** Notes every extension that the terms have made, with what it rests on. Answers the agreement as it is then. */
async function noteExtensions(look: Look): Promise<RegisteredVersion> {
  const { tx, agreement, today } = look;
  const { slug, version } = agreement;
  const noted: RegisteredVersion['acts'] = [];
  for (const { end, until, rests, cites } of extensionsToNote(agreement, today)) {
    const on = dayAfter(end);
    const content = { slug, label: version.label, end, until, cites: [...cites] };
    const to = await watchers(look);
    const tell = to ? [{ kind: 'agreement-extended', to, params: { agreement: slug, end, until } }] : [];
    const act = await recorderOf(look)({
      kind: 'follow-ups.extend',
      subject: subjectOf(slug),
      effectiveOn: Temporal.PlainDate.from(on),
      content,
      tell,
    });
    await insertAct(tx, { act, slug, label: version.label, kind: 'extended', on, until, restsOn: rests });
    noted.push({ kind: 'extended', on, until, source: slug, certainty: 'source' });
  }
  return noted.length === 0 ? agreement : { ...agreement, acts: [...agreement.acts, ...noted] };
}

/** Says to those who watch, once of each end, that nobody knows whether it was extended, or that an extension has lost its ground. */
async function tellUnsure(look: Look, agreement: RegisteredVersion): Promise<void> {
  const unsure = endedPeriods(agreement, look.today).filter(({ verdict }) => verdict === 'unknown');
  const params = { agreement: agreement.slug };
  for (const { end } of unsure) await tellOnce(look, [{ what: 'extension-unknown', about: end }], 'extension-unknown', { ...params, end });
  for (const until of extensionsLost(agreement, look.today)) {
    await tellOnce(look, [{ what: 'extension-lost', about: until }], 'extension-lost', { ...params, until });
  }
}

/** Warns that the agreement ends. Of several steps whose day has come one warning is given, of what is left; all of them are then told. */
async function warn(look: Look, agreement: RegisteredVersion): Promise<void> {
  const due = expiryWarnings(agreement, look.today);
  if (!due) return;
  const { end, months, nearest } = due;
  const steps = months.map((step) => ({ what: `ends-${step}`, about: end }));
  const params = { agreement: agreement.slug, end, months: nearest };
  await tellOnce(look, steps, 'agreement-ends', params);
}

/** Tells those who watch, unless every one of the steps has been told before. */
async function tellOnce(look: Look, steps: readonly { what: string; about: string }[], kind: string, params: Facts): Promise<void> {
  const { tx, agreement, today } = look;
  const { slug, version } = agreement;
  const told = await listTold(tx, slug, version.label);
  const fresh = steps.filter(({ what, about }) => !told.has(`${what} ${about}`));
  if (fresh.length === 0) return;
  const to = await watchers(look);
  const content = { slug, label: version.label, what: fresh.map(({ what }) => what), about: fresh[0]?.about ?? '' };
  const act = await recorderOf(look)({
    kind: 'follow-ups.warn',
    subject: subjectOf(slug),
    content,
    tell: to ? [{ kind, to, params }] : [],
  });
  for (const step of fresh) await noteTold(tx, { slug, label: version.label, ...step }, act, today);
}

/** Who is told: those who sit in the bodies that the terms name. Where nobody does, as for any body where nobody sits. */
async function watchers({ tx, agreement: { county, terms }, today }: Look): Promise<Telling['to'] | undefined> {
  const { bodies, parties } = watchersOf(terms);
  const { municipalities } = terms.parties;
  const organisations = parties ? [regionId(county), ...(municipalities === 'all' ? [] : municipalities.map(municipalityId))] : [];
  const accounts = await accountsSitting(tx, county, { bodies, organisations }, today);
  return accounts.length > 0 ? { accounts } : whereNobodySits(county);
}

/** The program itself acts: nobody has asked. */
function recorderOf({ tx, today, now }: Look) {
  return recorder(tx, { actor: PUBLIC, today, now });
}

function subjectOf(slug: string) {
  return { kind: 'agreement', id: stableId(`agreement:${slug}`) };
}
