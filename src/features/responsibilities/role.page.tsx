import { type Context, Hono } from 'hono';
import { IsoDate, Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { FactList, formatDate, formatTag, LinkCards, Notice, Page } from '../../ui/index.ts';
import { readCounties, readNational, shellOf } from '../counties/index.ts';
import { type RoleReading, readRoleDuties } from './read-role-duties.ts';
import { type RoleAsk, RoleForm } from './role-form.tsx';
import { Duties, Reservations } from './role-parts.tsx';
import { leadText, refusalFields, roleRefusals } from './role-texts.ts';

const CRUMBS = [{ label: 'Vem gör vad?', href: '/vem-gor-vad' }];
const TITLE = 'Vad gäller i mitt yrke?';

/** Without choices, or with `andra`, the form; with them, what the agreements ask. The address holds the choices and nothing else. */
async function page(c: Context<AppEnv>) {
  const given = (name: string) => c.req.query(name)?.trim() || undefined;
  const ask = { place: given('ort'), performer: given('utforare'), role: given('yrke'), day: given('datum') };
  if (!ask.place && !ask.performer && !ask.role) return form(c, { ...ask, place: c.var.county }, {});
  if (given('andra')) return form(c, ask, {});
  const errors = unreadable(ask);
  if (Object.keys(errors).length > 0) return form(c, ask, errors);
  const reading = await readRoleDuties(scopeOf(c), {
    ...(ask.place?.length === 4 ? { municipality: ask.place } : { county: ask.place }),
    performer: ask.performer,
    role: ask.role,
    on: ask.day,
  });
  if (!isRefusal(reading)) return answer(c, reading, ask);
  const sentence = roleRefusals[reading.code]?.detail(reading.params) ?? 'Välj i listorna.';
  return form(c, ask, { [refusalFields[reading.code] ?? 'ort']: sentence });
}

function unreadable({ place, performer, role, day }: RoleAsk): Record<string, string> {
  return {
    ...(place && !/^(\d{2}|\d{4})$/.test(place) ? { ort: 'Platsen går inte att läsa. Välj i listan.' } : {}),
    ...(performer && !Slug.safeParse(performer).success ? { utforare: 'Verksamheten går inte att läsa. Välj i listan.' } : {}),
    ...(role && !Slug.safeParse(role).success ? { yrke: 'Yrket går inte att läsa. Välj i listan.' } : {}),
    ...(day && !IsoDate.safeParse(day).success ? { datum: 'Skriv datumet som år-månad-dag, till exempel 2026-11-22.' } : {}),
  };
}

async function form(c: Context<AppEnv>, ask: RoleAsk, errors: Record<string, string>) {
  const [counties, taxonomy] = await Promise.all([readCounties(scopeOf(c), {}), readNational(scopeOf(c), { name: 'taxonomy' })]);
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={TITLE}
      nav="vem-gor-vad"
      breadcrumbs={CRUMBS}
      lead="Välj var du arbetar och ditt yrke. Du får en sida med vad avtalen kräver av dig, med källa, som går att skriva ut."
      errors={Object.entries(errors).map(([field, text]) => ({ field, text }))}
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
  const shown = reading.agreements.filter(({ standing }) => standing !== 'superseded');
  const facts = [reading.role, reading.performer].flatMap((tag) => (tag ? [formatTag(tag.label)] : []));
  const place = reading.municipality ? `${reading.municipality.name}, ${reading.county.name}` : reading.county.name;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title="Vad avtalen kräver av dig"
      caption={place}
      nav="vem-gor-vad"
      wide
      breadcrumbs={[...CRUMBS, { label: TITLE, href: '/vem-gor-vad/roll' }]}
      lead={leadText(reading)}
      print={{
        source: shown.map(({ agreement }) => `${agreement.short}, version ${agreement.version.label}`).join('; '),
        status: `Läget ${reading.on}`,
      }}
      noindex
    >
      <FactList label="Dina val" facts={[...facts, formatDate(reading.on)]} changeHref={addressOf(ask, { andra: 'ja' })} />
      {shown.every(({ always, onCondition }) => always.length + onCondition.length === 0) && <Empty reading={reading} ask={ask} />}
      <Reservations reading={reading} />
      <div class="ov-role">
        <Duties reading={reading} kind="always" heading="Alltid" lead="Det här hör till ditt arbete, vad personen än behöver hjälp med." />
        <Duties
          reading={reading}
          kind="onCondition"
          heading="I vissa situationer"
          lead="Det här gäller när situationen är den som står på raden."
        />
        <Duties
          reading={reading}
          kind="byOthers"
          heading="Det gör andra"
          lead="Avtalen nämner också uppgifter som andra aktörer har. De kan vara bra att känna till."
        />
      </div>
      <p class="ov-muted ov-small-print">
        Sidan sammanfattar avtalen. Avtalens egen text gäller. Vilka yrken och verksamheter en uppgift rör är ofta vår läsning. Att en
        uppgift inte står här betyder inte att du saknar ansvar.
      </p>
    </Page>,
  );
}

function Empty({ reading, ask }: { reading: RoleReading; ask: RoleAsk }) {
  const { county, municipality, agreements, performer, role } = reading;
  const place = municipality?.name ?? county.name;
  const wider = [
    ...(performer && role
      ? [
          {
            href: addressOf({ ...ask, role: undefined }),
            title: 'Alla yrken i din verksamhet',
            text: `Se allt som avtalen säger om ${formatTag(performer.label).toLowerCase()}.`,
          },
          {
            href: addressOf({ ...ask, performer: undefined }),
            title: 'Ditt yrke i alla verksamheter',
            text: `Se allt som avtalen säger om ${formatTag(role.label).toLowerCase()}.`,
          },
        ]
      : []),
    {
      href: `/vem-gor-vad?ort=${ask.place ?? county.code}`,
      title: 'Vem gör vad?',
      text: 'Utgå från personen du har framför dig i stället.',
    },
  ];
  return (
    <>
      <Notice kind="empty" heading="Avtalen nämner inte ditt yrke här">
        <p>
          {agreements.length === 0
            ? `Registret har inget avtal för ${place}. Det betyder inte att det saknas ett.`
            : 'Ingen rad pekar ut yrket i den här verksamheten. Lagen gäller ändå, till exempel plikten att genast anmäla oro för barn.'}
        </p>
      </Notice>
      <LinkCards cards={wider} />
    </>
  );
}

function addressOf({ place, performer, role, day }: RoleAsk, extra: Record<string, string> = {}): string {
  const given = { ort: place, utforare: performer, yrke: role, datum: day, ...extra };
  return `/vem-gor-vad/roll?${new URLSearchParams(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])))}`;
}

export const rolePage = new Hono<AppEnv>().get('/vem-gor-vad/roll', page);
