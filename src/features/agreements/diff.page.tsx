import { type Context, Hono } from 'hono';
import { isUntouched } from '../../domain/agreements/diff/diff-versions.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { Button, keeping, Notice, onDay, Page, SelectField } from '../../ui/index.ts';
import { askedDay, shellOf } from '../counties/index.ts';
import { diffTexts } from './diff-page-texts.ts';
import { Meaning, TouchedParts } from './diff-parts.tsx';
import { TextDiff } from './diff-text-parts.tsx';
import { pageTexts } from './page-texts.ts';
import { readRegistered } from './read-agreement.ts';
import { type DiffReading, readDiff } from './read-diff.ts';

type C = Context<AppEnv, '/avtal/:slug/jamfor'>;

/** What changed between two versions, in meaning and in text, and what it touches. The day that the reader came from goes along in the links. */
async function comparison(c: C) {
  const wanted = { slug: c.req.param('slug'), from: c.req.query('fran') || undefined, to: c.req.query('till') || undefined };
  const reading = await readDiff(scopeOf(c), wanted);
  if (!isRefusal(reading)) return c.html(await ComparisonPage(c, reading));
  return reading.code === 'nothing-to-compare' ? onlyOne(c) : c.notFound();
}

const crumbs = (slug: string, short: string, day: string | undefined) => [
  { label: pageTexts.register, href: onDay('/avtal', day) },
  { label: short, href: onDay(`/avtal/${slug}`, day) },
  { label: pageTexts.cards.versions.title, href: onDay(`/avtal/${slug}/versioner`, day) },
];

async function ComparisonPage(c: C, reading: DiffReading) {
  const { diff } = reading;
  const { from, to } = diff;
  const day = askedDay(c).kept;
  const whole = c.req.query('visa') === 'hela';
  const address = `/avtal/${to.slug}/jamfor?fran=${encodeURIComponent(from.version.label)}&till=${encodeURIComponent(to.version.label)}`;
  return (
    <Page
      shell={await shellOf(c)}
      title={diffTexts.title(to.short)}
      heading={diffTexts.heading(from.version.label, to.version.label)}
      caption={to.short}
      nav="avtal"
      breadcrumbs={crumbs(to.slug, to.short, day)}
      lead={diffTexts.lead(diff.meaning.length, touchedSentences(diff))}
      print={{ version: `${from.version.label} → ${to.version.label}`, source: to.source.title }}
    >
      <Choose reading={reading} day={day} />
      <h2>{diffTexts.meaning}</h2>
      <Meaning reading={reading} day={day} />
      <h2>{diffTexts.touches.heading}</h2>
      <TouchedParts reading={reading} day={day} />
      <h2 id="texten">{diffTexts.text}</h2>
      <TextHead diff={diff} whole={whole} address={keeping(address, { datum: day })} />
      <TextDiff diff={diff} whole={whole} day={day} />
    </Page>
  );
}

function touchedSentences({ text }: DiffReading['diff']): number {
  return text.flatMap(({ sentences }) => sentences).filter(({ kind, moved }) => kind !== 'same' || moved).length;
}

function Choose({ reading: { diff, held }, day }: { reading: DiffReading; day: string | undefined }) {
  const options = held.map((label) => ({ value: label, label }));
  const { form } = diffTexts;
  return (
    <form class="ov-diff__form ov-no-print" method="get" action={`/avtal/${diff.to.slug}/jamfor`} aria-label={form.legend}>
      {day && <input type="hidden" name="datum" value={day} />}
      <SelectField name="fran" label={form.from} empty={false} value={diff.from.version.label} options={options} />
      <SelectField name="till" label={form.to} empty={false} value={diff.to.version.label} options={options} />
      <Button kind="secondary">{form.submit}</Button>
    </form>
  );
}

function TextHead({ diff, whole, address }: { diff: DiffReading['diff']; whole: boolean; address: string }) {
  const unchanged = diff.text.filter(isUntouched).length;
  const isSame = unchanged === diff.text.length;
  return (
    <p>
      {isSame ? diffTexts.noText : diffTexts.legend} {!whole && !isSame && unchanged > 0 && `${diffTexts.unchanged(unchanged)} `}
      <a class="govuk-link ov-no-print" href={whole ? `${address}#texten` : `${address}&visa=hela#texten`}>
        {whole ? diffTexts.showChanged : diffTexts.showAll}
      </a>
    </p>
  );
}

async function onlyOne(c: C) {
  const reading = await readRegistered(scopeOf(c), { slug: c.req.param('slug') });
  if (isRefusal(reading)) return c.notFound();
  const { slug, short } = reading.agreement;
  const day = askedDay(c).kept;
  return c.html(
    <Page shell={await shellOf(c)} title={diffTexts.title(short)} caption={short} nav="avtal" breadcrumbs={crumbs(slug, short, day)}>
      <Notice kind="empty" heading={diffTexts.one.heading}>
        <p>
          {diffTexts.one.text}{' '}
          <a class="govuk-link" href={onDay(`/avtal/${slug}/versioner`, day)}>
            {diffTexts.one.versions}
          </a>
        </p>
      </Notice>
    </Page>,
  );
}

export const diffPage = new Hono<AppEnv>().get('/avtal/:slug/jamfor', comparison);
