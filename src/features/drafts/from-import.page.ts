import { isRefusal } from '../../domain/refusal.ts';
import { scopeOf } from '../../platform/index.ts';
import { actPage, type FormField, given } from '../forms/index.ts';
import { openFromImport, readImportToOpen } from './open-from-import.ts';
import { draftHref } from './parts.tsx';
import { fromImportTexts as texts } from './texts-import.ts';
import { refusals } from './texts-refusals.ts';

/** The form that makes a working copy of a file that was read; the address names the import. */
export const fromImportPage = actPage({
  path: '/arbetsversioner/fran-import/:import',
  permission: 'drafts.open',
  texts: refusals,
  keyed: true,
  prepare: async (c) => {
    const found = await readImportToOpen(scopeOf(c), { import: c.req.param('import') ?? '' });
    if (isRefusal(found)) return undefined;
    const { counts, areas, parents, municipalities } = found;
    const leave: FormField = {
      kind: 'checks',
      name: 'leave',
      label: texts.leave,
      optional: true,
      options: [{ value: 'yes', label: texts.leaveOption(counts.waiting) }],
    };
    return {
      title: texts.title,
      lead: `${texts.lead} ${texts.counts(counts.accepted + counts.changed, counts.rejected, counts.waiting)}`,
      caption: found.title,
      back: `/import/${c.req.param('import')}/forslag`,
      submit: texts.submit,
      fields: [
        ...(counts.waiting > 0 ? [leave] : []),
        {
          kind: 'radios',
          name: 'kind',
          label: texts.kind,
          options: [
            { value: 'county', label: texts.county },
            { value: 'local', label: texts.local },
          ],
        },
        {
          kind: 'select',
          name: 'parent',
          label: texts.parent,
          hint: texts.parentHint,
          optional: true,
          options: parents.map(({ slug, short }) => ({ value: slug, label: short })),
        },
        {
          kind: 'select',
          name: 'area',
          label: texts.area,
          hint: texts.areaHint,
          optional: true,
          options: areas.map(({ id, label }) => ({ value: id, label })),
        },
        { kind: 'text', name: 'title', label: texts.heading },
        { kind: 'text', name: 'slug', label: texts.address, hint: texts.addressHint, width: 20 },
        { kind: 'text', name: 'label', label: texts.label, hint: texts.labelHint, width: 10 },
        { kind: 'text', name: 'prefix', label: texts.prefix, hint: texts.prefixHint, width: 10 },
        {
          kind: 'checks',
          name: 'municipalities',
          label: texts.municipalities,
          hint: texts.municipalitiesHint,
          optional: true,
          options: municipalities.map(({ code, name }) => ({ value: code, label: name })),
        },
      ],
      initial: given({ kind: 'county', title: found.title, label: '1' }),
    };
  },
  run: async (c, values) => {
    const opened = await openFromImport(scopeOf(c), {
      key: values.one('key'),
      import: c.req.param('import') ?? '',
      kind: values.one('kind') as 'county',
      parent: values.one('parent') || undefined,
      area: values.one('area') || undefined,
      title: values.one('title'),
      slug: values.one('slug'),
      label: values.one('label'),
      prefix: values.one('prefix'),
      municipalities: [...values.all('municipalities')],
      leave: values.one('leave') === 'yes',
    });
    return isRefusal(opened) ? opened : { next: draftHref(opened.id) };
  },
});
