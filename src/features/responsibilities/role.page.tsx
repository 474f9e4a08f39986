import { type Context, Hono } from 'hono';
import { Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import {
  DayForm,
  DayProviso,
  dayErrors,
  FactList,
  formatDate,
  formatTag,
  formatVersion,
  LinkCards,
  Notice,
  onDay,
  Page,
} from '../../ui/index.ts';
import { askedDay, readCounties, readNational, shellOf } from '../counties/index.ts';
import { PartyNotices } from './party-notices.tsx';
import { type RoleReading, readRoleDuties } from './read-role-duties.ts';
import { type RoleAsk, RoleForm } from './role-form.tsx';
import { roleFormTexts, rolePageTexts } from './role-page-texts.ts';
import { Duties, Reservations } from './role-parts.tsx';
import { leadText, refusalFields, roleRefusals } from './role-texts.ts';

const ADDRESS = '/vem-gor-vad/roll';

/** Without choices, or with `andra`, the form; with them, what the agreements ask. The address holds the choices and nothing else. */
async function page(c: Context<AppEnv>) {
  const given = (name: string) => c.req.query(name)?.trim() || undefined;
  const ask = { place: given('ort'), performer: given('utforare'), role: given('yrke'), day: askedDay(c) };
  if (!ask.place && !ask.performer && !ask.role) return form(c, { ...ask, place: c.var.county }, {});
  if (given('andra')) return form(c, ask, {});
  const errors = unreadable(ask);
  if (Object.keys(errors).length > 0 || ask.day.error !== undefined) return form(c, ask, errors);
  const reading = await readRoleDuties(scopeOf(c), {
    ...(ask.place?.length === 4 ? { municipality: ask.place } : { county: ask.place }),
    performer: ask.performer,
    role: ask.role,
    on: ask.day.on,
  });
  if (!isRefusal(reading)) return answer(c, reading, ask);
  const sentence = roleRefusals[reading.code]?.detail(reading.params) ?? roleFormTexts.choose;
  return form(c, ask, { [refusalFields[reading.code] ?? 'ort']: sentence });
}

function unreadable({ place, performer, role }: RoleAsk): Record<string, string> {
  const { ort, utforare, yrke } = roleFormTexts.unreadable;
  return {
    ...(place && !/^(\d{2}|\d{4})$/.test(place) ? { ort } : {}),
    ...(performer && !Slug.safeParse(performer).success ? { utforare } : {}),
    ...(role && !Slug.safeParse(role).success ? { yrke } : {}),
  };
}

async function form(c: Context<AppEnv>, ask: RoleAsk, errors: Record<string, string>) {
  const [counties, taxonomy] = await Promise.all([readCounties(scopeOf(c), {}), readNational(scopeOf(c), { name: 'taxonomy' })]);
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={roleFormTexts.title}
      nav="vem-gor-vad"
      breadcrumbs={[{ label: roleFormTexts.navigator, href: onDay('/vem-gor-vad', ask.day.kept) }]}
      lead={roleFormTexts.lead}
      errors={[...Object.entries(errors).map(([field, text]) => ({ field, text })), ...dayErrors(ask.day)]}
    >
      <RoleForm
        ask={ask}
        errors={errors}
        counties={isRefusal(counties) ? [] : counties}
        taxonomy={isRefusal(taxonomy) ? undefined : taxonomy}
      />
    </Page>,
  );
}

async function answer(c: Context<AppEnv>, reading: RoleReading, ask: RoleAsk) {
  const { day } = ask;
  const shown = reading.agreements.filter(({ standing }) => standing !== 'superseded');
  const facts = [reading.role, reading.performer].flatMap((tag) => (tag ? [formatTag(tag.label)] : []));
  const place = reading.municipality ? `${reading.municipality.name}, ${reading.county.name}` : reading.county.name;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={rolePageTexts.title}
      caption={place}
      nav="vem-gor-vad"
      wide
      breadcrumbs={[
        { label: roleFormTexts.navigator, href: onDay('/vem-gor-vad', day.kept) },
        { label: roleFormTexts.title, href: onDay(ADDRESS, day.kept) },
      ]}
      lead={leadText(reading)}
      print={{
        source: shown.map(({ agreement }) => formatVersion(agreement.short, agreement.version.label)).join('; '),
        status: rolePageTexts.state(reading.on),
      }}
      noindex
    >
      <FactList label={rolePageTexts.choices} facts={[...facts, formatDate(reading.on)]} changeHref={addressOf(ask, { andra: 'ja' })} />
      <DayForm action={ADDRESS} day={day} keep={choicesOf(ask)} />
      <DayProviso day={day} />
      {shown.every(({ always, onCondition }) => always.length + onCondition.length === 0) && <Empty reading={reading} ask={ask} />}
      <Reservations reading={reading} day={day} />
      <PartyNotices
        agreements={shown.map(({ agreement }) => agreement)}
        county={reading.county}
        municipality={reading.municipality?.code}
        parties={reading.parties}
        day={day.kept}
      />
      <div class="ov-role ov-sheet">
        <Duties reading={reading} kind="always" {...rolePageTexts.always} day={day} />
        <Duties reading={reading} kind="onCondition" {...rolePageTexts.onCondition} day={day} />
        <Duties reading={reading} kind="byOthers" {...rolePageTexts.byOthers} day={day} />
      </div>
      <p class="ov-muted ov-small-print">{rolePageTexts.smallPrint}</p>
    </Page>,
  );
}

function Empty({ reading, ask }: { reading: RoleReading; ask: RoleAsk }) {
  const { county, municipality, agreements, performer, role } = reading;
  const place = municipality?.name ?? county.name;
  const { heading, noAgreement, noRow, allRoles, allPerformers, navigator } = rolePageTexts.empty;
  const wider = [
    ...(performer && role
      ? [
          {
            href: addressOf({ ...ask, role: undefined }),
            title: allRoles.title,
            text: allRoles.text(formatTag(performer.label).toLowerCase()),
          },
          {
            href: addressOf({ ...ask, performer: undefined }),
            title: allPerformers.title,
            text: allPerformers.text(formatTag(role.label).toLowerCase()),
          },
        ]
      : []),
    {
      href: onDay(`/vem-gor-vad?ort=${ask.place ?? county.code}`, ask.day.kept),
      title: roleFormTexts.navigator,
      text: navigator,
    },
  ];
  return (
    <>
      <Notice kind="empty" heading={heading}>
        <p>{agreements.length === 0 ? noAgreement(place) : noRow}</p>
      </Notice>
      <LinkCards cards={wider} />
    </>
  );
}

/** The choices but the day, as names and values of the address. */
function choicesOf({ place, performer, role }: RoleAsk): [string, string][] {
  const given = { ort: place, utforare: performer, yrke: role };
  return Object.entries(given).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
}

function addressOf(ask: RoleAsk, extra: Record<string, string> = {}): string {
  return onDay(`${ADDRESS}?${new URLSearchParams([...choicesOf(ask), ...Object.entries(extra)])}`, ask.day.kept);
}

export const rolePage = new Hono<AppEnv>().get(ADDRESS, page);
