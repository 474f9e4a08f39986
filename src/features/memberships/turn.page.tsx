import type { Hono } from 'hono';
import { type Turn, turns } from '../../domain/memberships/turn.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { formatVersion, SourceLine } from '../../ui/index.ts';
import { PartyProviso } from '../agreements/index.ts';
import { partyName } from '../counties/index.ts';
import { actPage, given } from '../forms/index.ts';
import { noteTurn, readTurn } from './note-turn.ts';
import { refusals, turnTexts as texts, turnLabels } from './texts.ts';

const { fields } = texts;

type Noted = Exclude<Awaited<ReturnType<typeof readTurn>>, Refusal>['noted'];

/** What the party has noted, with the way to say that it was wrong. */
function Noted({ slug, noted }: { slug: string; noted: Noted }) {
  if (noted.length === 0) return null;
  return (
    <>
      <h2>{texts.noted}</h2>
      <ul class="govuk-list">
        {noted.map(({ act, turn, from, corrected }) => (
          <li>
            {texts.turned(turn, from)}.{' '}
            {corrected === null ? (
              <a class="govuk-link" href={`/avtal/${slug}/part/${act}/ratta`}>
                {texts.correct}
                <span class="govuk-visually-hidden"> {texts.turned(turn, from)}</span>
              </a>
            ) : (
              texts.corrected(corrected)
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The form where a party notes that it leaves an agreement, or joins it, with what the agreement says of leaving. */
export const turnPage: Hono<AppEnv> = actPage({
  path: '/avtal/:slug/part',
  permission: 'memberships.note',
  texts: refusals,
  prepare: async (c) => {
    const found = await readTurn(scopeOf(c), { slug: c.req.param('slug') ?? '' });
    if (isRefusal(found)) return undefined;
    const { agreement, county, party, ours, termination, noted } = found;
    const { slug, short, version } = agreement;
    return {
      title: texts.title,
      caption: short,
      lead: texts.lead,
      submit: texts.submit,
      back: `/avtal/${slug}#parterna`,
      before: (
        <>
          <p>
            <PartyProviso status={ours} name={partyName(county, party)} />
          </p>
          <p>{termination ? (termination.allowed ? texts.allowed : texts.notAllowed) : texts.silent}</p>
          {termination?.instead && <p>{termination.instead}</p>}
          {termination && (
            <SourceLine label={formatVersion(short, version.label)} href={`/avtal/${slug}#${termination.cites[0]}`} basis="agreement" />
          )}
          <Noted slug={slug} noted={noted} />
        </>
      ),
      fields: [
        { kind: 'radios', name: 'turn', label: fields.turn, options: turns.map((value) => ({ value, label: turnLabels[value] })) },
        { kind: 'day', name: 'from', label: fields.from, hint: fields.fromHint },
        { kind: 'day', name: 'decided', label: fields.decided },
        { kind: 'text', name: 'body', label: fields.body, hint: fields.bodyHint },
        { kind: 'text', name: 'paragraph', label: fields.paragraph, width: 10 },
        { kind: 'text', name: 'registry', label: fields.registry, width: 20 },
        { kind: 'lines', name: 'note', label: fields.note, hint: fields.noteHint, rows: 3, optional: true },
      ],
      initial: given({ turn: ours.code === 'left' || ours.code === 'not-adopted' ? 'joined' : 'left' }),
    };
  },
  run: async (c, values) => {
    const slug = c.req.param('slug') ?? '';
    const { turn, ...typed } = Object.fromEntries(
      (['turn', 'from', 'decided', 'body', 'paragraph', 'registry', 'note'] as const).map((name) => [name, values.one(name)]),
    ) as Record<'turn' | 'from' | 'decided' | 'body' | 'paragraph' | 'registry' | 'note', string>;
    const done = await noteTurn(scopeOf(c), { slug, turn: turn as Turn, ...typed });
    return isRefusal(done) ? done : { next: `/avtal/${slug}#parterna` };
  },
});
