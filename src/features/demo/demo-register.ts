import type { Role } from '../../domain/access/roles.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { stableId } from '../../platform/index.ts';
import { municipalityId, regionId } from '../organisations/index.ts';
import { demoPresided, demoSeats } from './demo-seats.ts';
import type { DemoAssignment, DemoSeat, DemoStaff } from './demo-staff.ts';
import { inventedName } from './names.ts';
import { demoTexts as texts } from './texts.ts';

export type DemoUnit = {
  readonly id: string;
  readonly hsaId: string;
  readonly organisation: string;
  readonly name: string;
  /** A performer of the national taxonomy. */
  readonly kind: string;
  readonly serves: readonly string[];
  readonly phone: string;
};

export type DemoRegister = {
  readonly units: readonly DemoUnit[];
  readonly staff: readonly DemoStaff[];
  readonly seats: readonly DemoSeat[];
  readonly userOrganisations: readonly { readonly id: string; readonly county: string; readonly name: string }[];
};

/** In so many municipalities of each county there are accounts. */
const MUNICIPALITIES = 2;

type Place = {
  readonly name: string;
  readonly organisation: string;
  readonly unit?: DemoUnit | undefined;
  readonly body?: string | undefined;
};

/** Fictional units and staff for a county, with an account for each role. Made from the county's own file, so that any county gets them. */
export function demoRegister(county: CountyFile, nth: number): DemoRegister {
  const region = regionId(county.code);
  const chosen = county.municipalities.toSorted((a, b) => a.name.localeCompare(b.name, 'sv')).slice(0, MUNICIPALITIES);
  const units: DemoUnit[] = [];
  const staff: DemoStaff[] = [];

  const unit = (organisation: string, kind: string, name: string, serves: readonly string[]): DemoUnit => {
    const number = nth * 40 + units.length;
    const hsaId = `SE2321000000-U${county.code}${String(units.length + 1).padStart(2, '0')}`;
    // 070-1740605 to 070-1740699 belong to nobody: the numbering plan keeps them for fiction.
    const phone = `070-174 06 ${String(5 + (number % 95)).padStart(2, '0')}`;
    const made = { id: stableId(`demo:${hsaId}`), hsaId, organisation, name, kind, serves, phone };
    units.push(made);
    return made;
  };
  const person = (slug: string, role: Role, place: Place, also?: { role: Role; place: Place }) => {
    const hsaId = `SE2321000000-P${county.code}${String(staff.length + 1).padStart(3, '0')}`;
    const held = (assigned: Role, at: Place): DemoAssignment => ({
      id: stableId(`demo:${hsaId}:${assigned}:${at.name}`),
      role: assigned,
      organisation: at.organisation,
      ...(at.unit ? { unit: at.unit.id } : {}),
      ...(at.body ? { body: at.body } : {}),
    });
    staff.push({
      id: `${slug}-${county.code}`,
      account: stableId(`demo:${hsaId}`),
      hsaId,
      name: inventedName(nth * 60 + staff.length),
      county: county.code,
      place: place.unit?.name ?? place.name,
      home: place.organisation,
      assignments: [held(role, place), ...(also ? [held(also.role, also.place)] : [])],
    });
  };

  const clinics = chosen.map(({ code, name }) => unit(region, 'primarvard', texts.units.primaryCare(name), [code]));
  const all = county.municipalities.map(({ code }) => code);
  const psychiatry = unit(region, 'psykiatrisk-oppenvard', texts.units.psychiatry(county.region.name), all);
  const addiction = unit(region, 'psykiatrisk-oppenvard', texts.units.addiction(county.region.name), all);
  const regional: Place = { name: county.region.name, organisation: region };

  for (const [index, { code, name }] of chosen.entries()) {
    const organisation = municipalityId(code);
    const town: Place = { name: texts.municipality(name), organisation };
    const adults: Place = {
      name,
      organisation,
      unit: unit(organisation, 'individ-familjeomsorg', texts.units.socialServices(name), [code]),
    };
    const support: Place = { name, organisation, unit: unit(organisation, 'funktionshinderomsorg', texts.units.support(name), [code]) };
    const slug = slugOf(name);
    person(`handlaggare-${slug}`, 'municipal-case-worker', adults);
    person(`boendestod-${slug}`, 'municipal-case-worker', support);
    person(`samordnare-${slug}`, 'coordinator', adults, { role: 'municipal-case-worker', place: support });
    person(`deltagare-${slug}`, 'participant', support);
    person(`enhetschef-${slug}`, 'unit-manager', adults);
    person(`mas-${slug}`, 'quality-manager', town);
    person(`registrator-${slug}`, 'registrar', town);
    person(`loggranskare-${slug}`, 'log-reviewer', town);
    person(`forvaltare-${slug}`, 'system-administrator', town);
    person(`behandlare-${slug}`, 'regional-clinician', { name, organisation: region, unit: clinics[index] });
  }
  person('behandlare-psykiatri', 'regional-clinician', { ...regional, unit: psychiatry });
  person('behandlare-beroende', 'regional-clinician', { ...regional, unit: addiction });
  person('samordnare-region', 'coordinator', { ...regional, unit: addiction });
  person('enhetschef-region', 'unit-manager', { ...regional, unit: addiction });
  person('verksamhetschef-region', 'quality-manager', regional);
  person('registrator-region', 'registrar', regional);
  person('loggranskare-region', 'log-reviewer', regional);
  person('forvaltare-region', 'system-administrator', regional);
  person('forvaltare-lanet', 'county-administrator', regional);
  const bodyOf = (kinds: readonly string[]) => kinds.flatMap((kind) => county.bodies.filter((body) => body.kind === kind))[0];
  const bodies: readonly (readonly [string, Role, readonly string[]])[] = [
    ['lokal-samordnare', 'district-coordinator', ['local', 'officials']],
    ['strategigrupp', 'strategy-group', ['strategy', 'officials']],
    ['politiker', 'political-body', ['political']],
  ];
  for (const [slug, role, kinds] of bodies) {
    const body = bodyOf(kinds);
    if (body) person(slug, role, { name: body.name, organisation: region, body: body.id });
  }
  const users = { id: stableId(`demo:users:${county.code}`), county: county.code, name: texts.userOrganisation(county.name) };
  person('brukarorganisation', 'user-organisation', { name: users.name, organisation: users.id });
  const presided = demoPresided(county);
  const firstTown = chosen[0];
  for (const { slug, role, body } of presided) {
    if (!staff.some(({ assignments: [held] }) => held.body === body.id))
      person(slug, role, { ...regional, name: body.name, body: body.id });
    if (!firstTown) continue;
    person(`${slug}-${slugOf(firstTown.name)}`, role, { name: body.name, organisation: municipalityId(firstTown.code), body: body.id });
  }
  // Every party writes down its own decisions.
  for (const { code, name } of county.municipalities.filter((one) => !chosen.includes(one))) {
    person(`registrator-${slugOf(name)}`, 'registrar', { name: texts.municipality(name), organisation: municipalityId(code) });
  }
  return { units, staff, userOrganisations: [users], seats: presided.flatMap(({ body }) => demoSeats(county.code, body.id, staff)) };
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z]+/g, '');
}
