import { sectionsOf } from '../../domain/agreements/sections.ts';
import { receiverKinds } from '../../domain/consultations/round.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { scopeOf } from '../../platform/index.ts';
import { draftHref, draftRefusals } from '../drafts/index.ts';
import { actPage, given } from '../forms/index.ts';
import type { Askable } from './askable.ts';
import { openRound } from './open-round.ts';
import { readOpening } from './read-rounds.ts';
import { roundHref } from './shown.ts';
import { kindLabels, levelLabels, openTexts as texts } from './texts.ts';
import { refusals } from './texts-refusals.ts';

/** How many days those asked have, unless somebody says otherwise: some weeks over which they can meet. */
const DAYS = 42;

const option = ({ receiver, name }: Askable) => ({ value: receiver, label: name });

/** Those who can be asked, by kind; units by the organisation that they are of. */
function groupsOf(all: readonly Askable[]) {
  const kinds = receiverKinds
    .filter((kind) => kind !== 'unit')
    .map((kind) => ({ heading: kindLabels[kind], options: all.filter((one) => one.kind === kind).map(option) }));
  const units = [
    ...Map.groupBy(
      all.filter(({ kind }) => kind === 'unit'),
      ({ of = '' }) => of,
    ),
  ]
    .toSorted(([a], [b]) => a.localeCompare(b, 'sv'))
    .map(([of, own]) => ({ heading: texts.units(of), options: own.map(option) }));
  return [...kinds, ...units].filter(({ options }) => options.length > 0);
}

/** Sends a working copy out for consultation. */
export const openRoundPage = actPage({
  path: '/arbetsversioner/:id/remiss',
  permission: 'consultations.open',
  texts: { ...draftRefusals, ...refusals },
  keyed: true,
  prepare: async (c) => {
    const found = await readOpening(scopeOf(c), { draft: c.req.param('id') ?? '' });
    if (isRefusal(found)) return undefined;
    const { clock } = c.var.runtime;
    const { text } = found.draft;
    return {
      title: texts.title,
      lead: texts.lead,
      caption: text.short,
      back: draftHref(found.row.id),
      fields: [
        { kind: 'day', name: 'lastDay', label: texts.lastDay },
        { kind: 'picks', name: 'receivers', label: texts.receivers, hint: texts.receiversHint, groups: groupsOf(found.askable) },
        {
          kind: 'radios',
          name: 'isPublic',
          label: texts.isPublic,
          options: [
            { value: 'no', label: texts.closed, hint: texts.closedHint },
            { value: 'yes', label: texts.everyone, hint: texts.everyoneHint },
          ],
        },
        {
          kind: 'radios',
          name: 'level',
          label: texts.level,
          hint: texts.levelHint,
          options: Object.entries(levelLabels).map(([value, label]) => ({ value, label })),
        },
        {
          kind: 'picks',
          name: 'sections',
          label: texts.sections,
          hint: texts.sectionsHint,
          optional: true,
          groups: [
            {
              heading: texts.sectionsGroup,
              options: sectionsOf(text.sections).map(({ section, depth }) => ({
                value: section.id,
                label: `${'– '.repeat(depth - 1)}${[section.number, section.heading].filter(Boolean).join(' ')}`,
              })),
            },
          ],
        },
        { kind: 'lines', name: 'asks', label: texts.asks, optional: true },
      ],
      initial: given({ lastDay: clock.today().add({ days: DAYS }).toString(), isPublic: 'no', level: 'consultation' }),
      submit: texts.submit,
    };
  },
  run: async (c, values) => {
    const opened = await openRound(scopeOf(c), {
      key: values.one('key'),
      draft: c.req.param('id') ?? '',
      lastDay: values.one('lastDay'),
      level: values.one('level') as 'consultation',
      isPublic: values.one('isPublic') === 'yes',
      asks: values.one('asks'),
      sections: [...values.all('sections')],
      receivers: [...values.all('receivers')],
    });
    return isRefusal(opened) ? opened : { next: `${roundHref(opened.id)}?klart=oppnad` };
  },
});
