import type { z } from '@hono/zod-openapi';
import type { DrawnSample, EventsFound, GivenVerdict, OddEventsFound, OwnExtract, SampleBody, Samples } from './api-schemas.ts';
import type { findPatterns } from './find-patterns.ts';
import type { readOwnExtract } from './read-own-extract.ts';
import type { SampledLook, ShownVerdict } from './read-samples.ts';
import type { SampleRow } from './samples.sql.ts';
import { saidAboutYou, saidLook } from './say-look.ts';
import type { ShownLook } from './shown-look.ts';
import { saidOddness } from './texts.ts';

type Answer<UseCase extends (...given: never[]) => Promise<unknown>> = Exclude<Awaited<ReturnType<UseCase>>, { code: string }>;

/** A page of rows. Addresses, requests and the version of the policy stay in the log. */
export function eventsBody({ rows, older }: { rows: readonly ShownLook[]; older: string | undefined }): z.output<typeof EventsFound> {
  return { events: rows.map(eventBody), older: older ?? null };
}

function eventBody(row: ShownLook): z.output<typeof EventsFound>['events'][number] {
  const { whom } = row;
  return {
    id: row.id,
    at: row.at.toString(),
    text: saidLook(row),
    who: {
      kind: row.actor_kind,
      account: { id: row.account, name: row.account_name },
      role: row.role,
      unit: { id: row.unit, name: row.unit_name },
      organisation: { id: row.organisation, name: row.organisation_name },
    },
    whom: {
      kind: whom.kind,
      name: whom.kind === 'known' ? (whom.name ?? null) : null,
      caseNumbers: whom.kind === 'known' ? [...whom.caseNumbers] : [],
    },
    owner: { id: row.owner, name: row.owner_name },
    act: row.act,
    outcome: row.outcome,
    code: row.code,
    purpose: row.purpose,
    via: row.via,
    found: row.found,
    protectedIdentity: row.protected_identity,
    own: row.ownLook,
  };
}

/** Looks that are worth a question, with why. */
export function oddBody({ rows, odd, gone, since, older }: Answer<typeof findPatterns>): z.output<typeof OddEventsFound> {
  return {
    odd: rows.map((row) => ({ event: eventBody(row), why: row.why.map((why) => ({ kind: why.kind, text: saidOddness(why) })) })),
    found: odd,
    gone,
    since: since?.toString() ?? null,
    older: older ?? null,
  };
}

/** What was drawn, when it was. */
export function drawnBody({ id, population, drawn }: z.output<typeof DrawnSample>): z.output<typeof DrawnSample> {
  return { id, population, drawn };
}

/** A page of rounds. */
export function samplesBody({ samples, older }: { samples: readonly SampleRow[]; older: string | undefined }): z.output<typeof Samples> {
  return { samples: samples.map(roundBody), older: older ?? null };
}

function roundBody(one: SampleRow): z.output<typeof Samples>['samples'][number] {
  const { id, method, seed, stratum, asked, population, drawn, judged } = one;
  return {
    id,
    drawnBy: { id: one.drawn_by, name: one.drawn_by_name },
    drawnAt: one.drawn_at.toString(),
    method,
    seed,
    stratum,
    from: one.from_day.toString(),
    to: one.to_day.toString(),
    until: one.until.toString(),
    asked,
    population,
    drawn,
    judged,
  };
}

/** A round with its rows. */
export function sampleBody(round: {
  readonly sample: SampleRow;
  readonly rows: readonly SampledLook[];
  readonly missing: number;
  readonly drawnAgain: boolean;
}): z.output<typeof SampleBody> {
  const rows = round.rows.map((row) => ({
    row: row.nth,
    event: eventBody(row),
    holds: row.holds ? verdictBody(row.holds) : null,
    corrected: row.corrected.map(verdictBody),
    mayJudge: row.mayJudge,
  }));
  return { sample: roundBody(round.sample), rows, missing: round.missing, drawnAgain: round.drawnAgain };
}

function verdictBody({ id, verdict, reason, by, at }: ShownVerdict) {
  return { id, verdict, reason, by, at: at.toString() };
}

/** A verdict that was given. */
export function givenVerdictBody({ id, event, verdict }: z.output<typeof GivenVerdict>): z.output<typeof GivenVerdict> {
  return { id, event, verdict };
}

/** The individual's extract. Neither ids nor names of who looked are in it. */
export function extractBody({ groups, own, older }: Answer<typeof readOwnExtract>): z.output<typeof OwnExtract> {
  return {
    groups: groups.map(({ owner, rows }) => ({
      owner: { id: owner.id, name: owner.name },
      looks: rows.map((row) => ({
        at: row.at.toString(),
        text: `${saidAboutYou(row)}.`,
        act: row.act,
        outcome: row.outcome,
        kind: row.actorKind,
        role: row.role,
        unit: row.unit_name,
        organisation: row.organisation_name,
        purpose: row.purpose,
      })),
    })),
    ownVisits: own,
    older: older ?? null,
  };
}
