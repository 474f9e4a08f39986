import { Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { formatVersion } from '../../ui/index.ts';
import { actPage, given } from '../forms/index.ts';
import { openFromOutline, openNewVersion } from './open-draft.ts';
import { draftHref } from './parts.tsx';
import { readBeginnings } from './read-draft.ts';
import { openTexts as texts } from './texts-open.ts';
import { refusals } from './texts-refusals.ts';

const { fields } = texts;
const BACK = '/arbetsversioner';

const newVersionPage = actPage({
  path: '/arbetsversioner/ny-version',
  permission: 'drafts.open',
  texts: refusals,
  keyed: true,
  prepare: async (c, { county }) => {
    const found = await readBeginnings(scopeOf(c), { county });
    if (isRefusal(found)) return undefined;
    const { title, lead, submit } = texts.version;
    return {
      title,
      lead,
      submit,
      back: BACK,
      fields: [
        {
          kind: 'select',
          name: 'slug',
          label: fields.slug,
          options: found.agreements.map(({ slug, short, label }) => ({ value: slug, label: formatVersion(short, label) })),
        },
        { kind: 'text', name: 'label', label: fields.label, hint: fields.labelHint, width: 10 },
        {
          kind: 'radios',
          name: 'class',
          label: fields.class,
          options: [
            { value: 'major', label: fields.major, hint: fields.majorHint },
            { value: 'minor', label: fields.minor, hint: fields.minorHint },
          ],
        },
      ],
      initial: given({ slug: c.req.query('avtal'), class: 'major' }),
    };
  },
  run: async (c, values) => {
    const wanted = { key: values.one('key'), slug: values.one('slug'), label: values.one('label') };
    const opened = await openNewVersion(scopeOf(c), { ...wanted, class: values.one('class') as 'major' });
    return isRefusal(opened) ? opened : { next: draftHref(opened.id) };
  },
});

const fromOutlinePage = actPage({
  path: '/arbetsversioner/ny-overenskommelse',
  permission: 'drafts.open',
  texts: refusals,
  keyed: true,
  prepare: async (c, { county }) => {
    const found = await readBeginnings(scopeOf(c), { county });
    if (isRefusal(found)) return undefined;
    const { title, lead, submit } = texts.outline;
    return {
      title,
      lead,
      submit,
      back: BACK,
      fields: [
        {
          kind: 'radios',
          name: 'kind',
          label: fields.kind,
          options: [
            { value: 'local', label: fields.local },
            { value: 'county', label: fields.county },
          ],
        },
        {
          kind: 'radios',
          name: 'outline',
          label: fields.outline,
          options: found.outlines.map((outline) => ({ value: outline.id, label: outline.title, hint: outline.about })),
        },
        {
          kind: 'select',
          name: 'model',
          label: fields.model,
          hint: fields.modelHint,
          options: found.agreements.filter(({ kind }) => kind === 'county').map(({ slug, short }) => ({ value: slug, label: short })),
        },
        { kind: 'text', name: 'title', label: fields.title },
        { kind: 'text', name: 'slug', label: fields.address, hint: fields.addressHint, width: 20 },
        {
          kind: 'checks',
          name: 'municipalities',
          label: fields.municipalities,
          hint: fields.municipalitiesHint,
          optional: true,
          options: found.municipalities.map(({ code, name }) => ({ value: code, label: name })),
        },
      ],
      initial: given({ kind: 'local' }),
    };
  },
  run: async (c, values, { county }) => {
    const opened = await openFromOutline(scopeOf(c), {
      key: values.one('key'),
      county,
      kind: values.one('kind') as 'local',
      outline: values.one('outline'),
      model: values.one('model'),
      title: values.one('title'),
      slug: values.one('slug'),
      municipalities: [...values.all('municipalities')],
    });
    return isRefusal(opened) ? opened : { next: draftHref(opened.id) };
  },
});

/** The forms that a working copy begins with. */
export const openPages = new Hono<AppEnv>().route('/', newVersionPage).route('/', fromOutlinePage);
