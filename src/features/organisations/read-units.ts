import { z } from 'zod';
import { CountyCode, IsoDate, MunicipalityCode, Slug } from '../../domain/counties/ids.ts';
import { nameOn, type Organisation } from '../../domain/organisations/organisation.ts';
import { type UnitOnDay, unitsThatFit } from '../../domain/organisations/responsible-units.ts';
import { whoIsItOn } from '../../domain/organisations/succession.ts';
import { type Unit, type UnitVersion, unitOn } from '../../domain/organisations/unit.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { allCounties } from '../counties/index.ts';
import { listOrganisations } from './organisations.sql.ts';
import { registerOf, successions } from './register.ts';
import { listUnits } from './units.sql.ts';

export type ListedUnit = UnitOnDay & {
  readonly organisation: { readonly id: string; readonly name: string; readonly kind: Organisation['kind'] };
};

/** The units of a municipality, a county or everywhere that are open on a day (default today), of a kind when one is named; by id. */
export const readUnits = useCase({
  permission: 'organisations.read',
  mode: 'read',
  input: z.strictObject({
    county: CountyCode.optional(),
    municipality: MunicipalityCode.optional(),
    organisation: z.uuid().optional(),
    kind: Slug.optional(),
    on: IsoDate.optional(),
  }),
  run: async ({ tx, today, input }) => {
    const day = input.on ? Temporal.PlainDate.from(input.on) : today;
    const code = input.municipality?.slice(0, 2) ?? input.county;
    const counties = (await allCounties(tx)).map((county) => county.code).filter((one) => code === undefined || one === code);
    const listed: ListedUnit[] = [];
    for (const county of counties) {
      const { units, organisations } = await registerOf(tx, county);
      const of = new Map(organisations.map((one) => [one.id, one]));
      for (const found of unitsThatFit(units, input, day)) {
        const organisation = of.get(found.was.organisation);
        if (!organisation || (input.organisation && organisation.id !== input.organisation)) continue;
        listed.push({ ...found, organisation: { id: organisation.id, name: nameOn(organisation, day), kind: organisation.kind } });
      }
    }
    return { on: day.toString(), units: listed.toSorted((a, b) => (a.unit.id < b.unit.id ? -1 : 1)) };
  },
});

export type UnitHistory = {
  readonly unit: Unit;
  readonly on: string;
  /** What it was on the day; undefined when it was not open. */
  readonly was: UnitVersion | undefined;
  /** Who it is on the day: itself, its successors or those it came out of. */
  readonly is: readonly { readonly id: string; readonly name: string }[];
  readonly organisations: readonly Organisation[];
  /** What it came out of, and what came out of it. */
  readonly steps: readonly { readonly on: string; readonly how: 'merge' | 'split'; readonly from: Named; readonly to: Named }[];
};

type Named = { readonly id: string; readonly name: string };

/** A unit with its history: what it was on a day, and who it is then through merges and splits. Refuses `unit-not-found`. */
export const readUnit = useCase({
  permission: 'organisations.read',
  mode: 'read',
  input: z.strictObject({ id: z.uuid(), on: IsoDate.optional() }),
  run: async ({ tx, today, input }) => {
    const day = input.on ? Temporal.PlainDate.from(input.on) : today;
    const [unit] = await listUnits(tx, { ids: [input.id] });
    if (!unit) return refuse('unit-not-found', { id: input.id });
    const all = await successions(tx);
    const is = whoIsItOn(unit.id, all, day);
    const near = all.filter(({ from, to }) => from === unit.id || to === unit.id);
    const others = await listUnits(tx, { ids: [...is, ...near.flatMap(({ from, to }) => [from, to])] });
    const named = (id: string): Named => {
      const one = others.find((other) => other.id === id);
      return { id, name: (one && (unitOn(one, day) ?? one.versions.at(-1))?.name) ?? '' };
    };
    const history: UnitHistory = {
      unit,
      on: day.toString(),
      was: unitOn(unit, day),
      is: is.map(named),
      organisations: await listOrganisations(tx),
      steps: near.map(({ on, how, from, to }) => ({ on: on.toString(), how, from: named(from), to: named(to) })),
    };
    return history;
  },
});
