import { z } from '@hono/zod-openapi';
import type { RoleDuty } from '../../domain/responsibilities/duties-of-role.ts';
import { orNull } from '../../platform/index.ts';
import { CitationBody, StatusBody, statusBody } from '../agreements/index.ts';
import { CertaintyBody, ContactBody, contactBody } from '../counties/index.ts';
import { actorBody, citationBody, deadlineBody, moreDeadlinesBody } from './api-answers.ts';
import { ActorBody, DeadlineBody, MoreDeadlineBody } from './api-schemas.ts';
import { contactsFor } from './contacts.ts';
import type { AgreementOfRole, RoleReading } from './read-role-duties.ts';
import { conditionTexts } from './role-texts.ts';

const RoleDutyBody = z
  .strictObject({
    row: z.string(),
    activity: z.string(),
    plain: z.string(),
    when: z.string().nullable(),
    conditionsText: z.string().nullable(),
    requires: z.array(z.string()),
    mine: z.array(ActorBody),
    together: z.array(ActorBody),
    deadline: orNull(DeadlineBody),
    moreDeadlines: z.array(MoreDeadlineBody),
    consent: z.enum(['not-required', 'required']).nullable(),
    law: z.array(z.string()),
    warnings: z.array(z.string()),
    note: z.string().nullable(),
    certainty: CertaintyBody,
    contacts: z.array(ContactBody),
    citations: z.array(CitationBody),
    url: z.string(),
  })
  .openapi('RoleDuty', {
    description: '`mine`: de aktörer i raden som yrket hör till. `together`: de andra. `contacts`: till alla i raden, på platsen.',
  });

const Tag = z.strictObject({ id: z.string(), label: z.string() });

export const RoleBody = z
  .strictObject({
    on: z.iso.date(),
    county: z.string(),
    municipality: z.string().nullable(),
    performer: Tag.nullable(),
    role: Tag.nullable(),
    agreements: z.array(
      z.strictObject({
        slug: z.string(),
        short: z.string(),
        version: z.string(),
        status: StatusBody,
        standing: z.enum(['holds', 'reserved', 'superseded']),
        always: z.array(RoleDutyBody),
        onCondition: z.array(RoleDutyBody),
        byOthers: z.array(RoleDutyBody),
      }),
    ),
    url: z.string(),
  })
  .openapi('RoleDuties', {
    description: '`standing`: om ansvaren gäller den dagen, visas med förbehåll eller har ersatts av något annat.',
  });

/** What the agreements ask of a role, as the API says it. */
export function roleBody(reading: RoleReading): z.infer<typeof RoleBody> {
  const { county, municipality, performer, role, agreements, on } = reading;
  const chosen = { ort: municipality?.code ?? county.code, utforare: performer?.id, yrke: role?.id, datum: on };
  const address = new URLSearchParams(Object.entries(chosen).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return {
    on,
    county: county.code,
    municipality: municipality?.code ?? null,
    performer: performer ? { id: performer.id, label: performer.label } : null,
    role: role ? { id: role.id, label: role.label } : null,
    agreements: agreements.map((one) => agreementBody(one, reading)),
    url: `/vem-gor-vad/roll?${address}`,
  };
}

function agreementBody({ agreement, status, standing, ...duties }: AgreementOfRole, reading: RoleReading) {
  const bodies = (all: readonly RoleDuty[]) => all.map((duty) => dutyBody(duty, agreement.version.label, reading));
  return {
    slug: agreement.slug,
    short: agreement.short,
    version: agreement.version.label,
    status: statusBody(status),
    standing,
    always: bodies(duties.always),
    onCondition: bodies(duties.onCondition),
    byOthers: bodies(duties.byOthers),
  };
}

function dutyBody(
  duty: RoleDuty,
  label: string,
  { situation, county, municipality, deadlines, on }: RoleReading,
): z.infer<typeof RoleDutyBody> {
  const { row, mine, together, citations, agreement } = duty;
  const { when, condition } = conditionTexts(duty, situation);
  return {
    row: row.id,
    activity: row.activity,
    plain: row.plain,
    when: when || null,
    conditionsText: condition || null,
    requires: row.requires,
    mine: mine.map(actorBody),
    together: together.map(actorBody),
    deadline: deadlineBody(row),
    moreDeadlines: moreDeadlinesBody(row, deadlines),
    consent: row.consent ?? null,
    law: row.law,
    warnings: row.warnings,
    note: row.note ?? null,
    certainty: row.certainty,
    contacts: contactsFor(county, municipality?.code, [...mine, ...together], on).map(contactBody),
    citations: citations.map((citation) => citationBody({ slug: agreement, label }, citation)),
    url: `/avtal/${agreement}/ansvar#${row.id}`,
  };
}
