import { type Context, Hono } from 'hono';
import { sectionsOf } from '../../domain/agreements/sections.ts';
import { anchorAt } from '../../domain/drafts/anchor.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { actPage, type FormField, given } from '../forms/index.ts';
import { enterComment, giveComment } from './give-comment.ts';
import type { RoundView } from './load-round.ts';
import { readRound } from './read-rounds.ts';
import { nameOfPlace, roundHref } from './shown.ts';
import { commentTexts, enterTexts, placeTexts } from './texts.ts';
import { refusals } from './texts-refusals.ts';

async function asked(c: Context<AppEnv>): Promise<RoundView | undefined> {
  const view = await readRound(scopeOf(c), { round: c.req.param('id') ?? '' });
  return isRefusal(view) ? undefined : view;
}

const commentPage = actPage({
  path: '/remisser/:id/synpunkt',
  permission: 'consultations.comment',
  texts: refusals,
  keyed: true,
  prepare: async (c) => {
    const view = await asked(c);
    const place = c.req.query('plats') ?? '';
    const anchor = view && anchorAt(place, view.row.content);
    if (!view || !anchor || view.own.length === 0) return undefined;
    const whom: FormField[] =
      view.own.length > 1
        ? [
            {
              kind: 'radios',
              name: 'receiver',
              label: commentTexts.receiver,
              options: view.own.map(({ receiver, name }) => ({ value: receiver, label: name })),
            },
          ]
        : [];
    return {
      title: commentTexts.title,
      caption: view.row.content.short,
      lead: commentTexts.lead(nameOfPlace(view, place)),
      back: `${roundHref(view.row.id)}${place ? `#${place}` : ''}`,
      fields: [...whom, { kind: 'lines', name: 'text', label: commentTexts.field, hint: commentTexts.hint, rows: 8 }],
      initial: given({ receiver: view.own[0]?.receiver }),
      submit: commentTexts.submit,
      before: anchor.words ? (
        <blockquote class="ov-consultation__words">
          {anchor.words.split('\n').map((line) => (
            <p>{line}</p>
          ))}
        </blockquote>
      ) : undefined,
    };
  },
  run: async (c, values) => {
    const round = c.req.param('id') ?? '';
    const receiver = values.one('receiver');
    const place = c.req.query('plats') ?? '';
    const done = await giveComment(scopeOf(c), {
      key: values.one('key'),
      round,
      place,
      text: values.one('text'),
      ...(receiver ? { receiver } : {}),
    });
    return isRefusal(done) ? done : { next: `${roundHref(round)}?klart=synpunkt${place ? `#${place}` : ''}` };
  },
});

const enterPage = actPage({
  path: '/remisser/:id/brev',
  permission: 'consultations.enter',
  texts: refusals,
  keyed: true,
  prepare: async (c) => {
    const view = await asked(c);
    if (!view?.abilities.has('consultations.enter')) return undefined;
    const { title, lead, submit, ...labels } = enterTexts;
    const sections = sectionsOf(view.row.content.sections);
    return {
      title,
      lead,
      submit,
      caption: view.row.content.short,
      back: roundHref(view.row.id),
      fields: [
        { kind: 'text', name: 'fromWhom', label: labels.fromWhom, hint: labels.fromWhomHint },
        { kind: 'day', name: 'cameOn', label: labels.cameOn },
        ...(view.receivers.length > 0
          ? [
              {
                kind: 'select' as const,
                name: 'receiver',
                label: labels.receiver,
                optional: true,
                options: [
                  { value: '', label: labels.notAsked },
                  ...view.receivers.map(({ receiver, name }) => ({ value: receiver, label: name })),
                ],
              },
            ]
          : []),
        {
          kind: 'select',
          name: 'place',
          label: labels.place,
          hint: labels.placeHint,
          optional: true,
          options: [
            { value: '', label: placeTexts.whole },
            ...sections.map(({ section, depth }) => ({
              value: section.id,
              label: `${'– '.repeat(depth - 1)}${nameOfPlace(view, section.id)}`,
            })),
          ],
        },
        { kind: 'lines', name: 'text', label: labels.text, hint: labels.textHint, rows: 8 },
      ],
      initial: given({ cameOn: c.var.runtime.clock.today().toString() }),
    };
  },
  run: async (c, values) => {
    const round = c.req.param('id') ?? '';
    const receiver = values.one('receiver');
    const done = await enterComment(scopeOf(c), {
      key: values.one('key'),
      round,
      place: values.one('place'),
      text: values.one('text'),
      fromWhom: values.one('fromWhom'),
      cameOn: values.one('cameOn'),
      ...(receiver ? { receiver } : {}),
    });
    return isRefusal(done) ? done : { next: `${roundHref(round)}?klart=brev` };
  },
});

/** Giving a view as one asked, and entering one that came by letter. */
export const givePages = new Hono<AppEnv>().route('/', commentPage).route('/', enterPage);
