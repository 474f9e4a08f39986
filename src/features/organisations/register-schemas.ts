import { z } from '@hono/zod-openapi';
import { seatPositions } from '../../domain/organisations/seat.ts';
import { orNull } from '../../platform/index.ts';

/** Shapes of the register in the API: public facts alone. Answers are built field by field in `register-answers.ts`. */

const kinds = ['region', 'municipality', 'private-provider', 'user-organisation'] as const;
const paged = { total: z.int(), next: z.string().nullable() };

export const OrganisationBody = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(kinds),
    name: z.string(),
    county: z.string(),
    municipality: z.string().nullable(),
    names: z.array(z.strictObject({ name: z.string(), from: z.iso.date(), to: z.iso.date().nullable() })),
  })
  .openapi('Organisation', {
    description:
      'En region, kommun, privat utförare eller brukarorganisation. `name` är namnet den dagen. I `names` finns alla namn, och null är ett öppet slut.',
    example: {
      id: 'e05f74d1-c282-8cdc-af71-4a899fb7dea0',
      kind: 'municipality',
      name: 'Aneby kommun',
      county: '06',
      municipality: '0604',
      names: [{ name: 'Aneby kommun', from: '1800-01-01', to: null }],
    },
  });
export const OrganisationList = z
  .strictObject({ on: z.iso.date(), items: z.array(OrganisationBody), ...paged })
  .openapi('OrganisationList');

export const OrganisationHistoryBody = z
  .strictObject({
    id: z.uuid(),
    on: z.iso.date(),
    organisation: OrganisationBody,
    exists: z.boolean(),
    is: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
    steps: z.array(
      z.strictObject({
        on: z.iso.date(),
        how: z.enum(['merge', 'split']),
        from: z.strictObject({ id: z.uuid(), name: z.string() }),
        to: z.strictObject({ id: z.uuid(), name: z.string() }),
      }),
    ),
  })
  .openapi('OrganisationHistory', {
    description:
      'En organisation genom tiden. `exists` säger om den finns den dagen. `is` säger vem den är då: sig själv, den eller dem som den har blivit, eller dem som den kommer ur. `how` är `merge` när en organisation går upp i en annan och `split` när den delas.',
  });

const Facts = {
  name: z.string(),
  kind: z.string(),
  organisation: z.strictObject({ id: z.uuid(), name: z.string(), kind: z.enum(kinds) }),
  serves: z.array(z.string()),
  ages: z.strictObject({ from: z.int(), to: z.int().nullable() }),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
};

export const UnitBody = z
  .strictObject({
    id: z.uuid(),
    hsaId: z.string().nullable(),
    county: z.string(),
    ...Facts,
    contacts: z.array(z.strictObject({ kind: z.enum(['phone', 'email', 'address', 'web']), value: z.string(), note: z.string() })),
    opening: z.string().nullable(),
    confirmed: z.iso.date().nullable(),
    stale: z.boolean(),
    url: z.string(),
  })
  .openapi('Unit', {
    description:
      'En enhet som den är den dagen. `kind` är en utförare i taxonomin. Tom `serves` är hela länet. `confirmed` är dagen då kontakterna senast bekräftades, och `stale` är sant efter sex månader eller om det aldrig har gjorts.',
  });
export const UnitList = z.strictObject({ on: z.iso.date(), items: z.array(UnitBody), ...paged }).openapi('UnitList');

const NamedUnit = z.strictObject({ id: z.uuid(), name: z.string() });

export const UnitHistoryBody = z
  .strictObject({
    id: z.uuid(),
    on: z.iso.date(),
    unit: orNull(UnitBody),
    is: z.array(NamedUnit),
    history: z.array(z.strictObject(Facts)),
    steps: z.array(z.strictObject({ on: z.iso.date(), how: z.enum(['merge', 'split']), from: NamedUnit, to: NamedUnit })),
  })
  .openapi('UnitHistory', {
    description:
      'En enhet genom tiden. `unit` är null när den inte var öppen den dagen. `is` säger vem den är då: sig själv, det den har blivit, eller det den kom ur.',
  });

export const SeatList = z
  .strictObject({
    county: z.string(),
    on: z.iso.date(),
    seats: z.array(
      z.strictObject({
        id: z.uuid(),
        body: z.string(),
        position: z.enum(seatPositions),
        holder: z.string(),
        organisation: z.strictObject({ id: z.uuid(), name: z.string() }),
        from: z.iso.date(),
        to: z.iso.date().nullable(),
      }),
    ),
  })
  .openapi('SeatList', { description: 'Vilka som har platserna i länets gemensamma organ den dagen. De är offentliga företrädare.' });
