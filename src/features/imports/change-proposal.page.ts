import type { Context } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { readNational } from '../counties/index.ts';
import { actPage } from '../forms/index.ts';
import { fieldsOfKind, shownValue, typedValue } from './proposal-fields.ts';
import { kindLabels, proposalRefusals, proposalTexts as texts } from './proposals-texts.ts';
import { readProposals } from './read-proposals.ts';
import { reviewProposal } from './review-proposal.ts';
import { importRefusals } from './texts.ts';

/** The proposal that the address names, with what its form needs; undefined when it is not there. */
async function askedProposal(c: Context<AppEnv>) {
  const scope = scopeOf(c);
  const found = await readProposals(scope, { id: c.req.param('id') ?? '' });
  const taxonomy = await readNational(scope, { name: 'taxonomy' });
  if (isRefusal(found) || isRefusal(taxonomy)) return undefined;
  const item = found.items.find(({ proposal }) => proposal.id === c.req.query('forslag'));
  return item && { item, row: found.row, known: { county: found.county, taxonomy } };
}

/** Puts another value in the place of a proposed one, with the words it rests on above the form. */
export const changeProposalPage = actPage({
  path: '/import/:id/forslag/andra',
  permission: 'imports.review-proposal',
  texts: { ...importRefusals, ...proposalRefusals },
  prepare: async (c) => {
    const asked = await askedProposal(c);
    if (!asked) return undefined;
    const { item, row, known } = asked;
    const { kind, spans } = item.proposal;
    const sentence = spans.map(({ from, to }) => row.text.raw.slice(from, to).replace(/\s+/g, ' ')).join(' … ');
    return {
      title: texts.changeTitle(kindLabels[kind]),
      caption: row.title ?? row.file,
      lead: `${texts.sentence}: ”${sentence}”`,
      back: `/import/${row.id}/forslag?sort=${kind}`,
      fields: fieldsOfKind(kind, known),
      initial: shownValue(kind, item.value),
      hidden: { seen: String(item.number) },
      submit: texts.changeSubmit,
    };
  },
  run: async (c, values) => {
    const id = c.req.param('id') ?? '';
    const asked = await askedProposal(c);
    const proposal = c.req.query('forslag') ?? '';
    const value = asked && typedValue(asked.item.proposal.kind, values, asked.item.value, asked.known);
    const done = await reviewProposal(scopeOf(c), { id, proposal, seen: Number(values.one('seen')), verdict: 'change', value });
    return isRefusal(done) ? done : { next: `/import/${id}/forslag?klart=1` };
  },
});
