import type { Terms } from '../../counties/terms.ts';
import { type About, type Change, changed } from './change.ts';
import { day, deciders, ids, number, sameTexts, sameWords, stated, text, ways, yesNo } from './stated.ts';
import { type Both, partiesOf, together, touchedActors, touchesParties } from './touching.ts';

type Cited = { readonly cites: readonly string[] } | undefined;

/** What changed in the terms that there is at most one of. */
export function diffTerms(both: Both): Change[] {
  return [
    ...diffParties(both),
    ...diffTarget(both),
    ...diffValidity(both),
    ...diffInform(both),
    ...diffLocal(both),
    ...diffTermination(both),
    ...diffMinor(both),
  ];
}

function about(both: Both, of: (terms: Terms) => Cited, bodies: readonly string[] = []): About {
  const [from, to] = [of(both.from.terms), of(both.to.terms)];
  return { what: '', label: '', cites: { from: from?.cites ?? [], to: to?.cites ?? [] }, touches: touchesParties(both, bodies) };
}

/** Each municipality that joined or left, by code. */
function diffParties(both: Both): Change[] {
  const [was, is] = [partiesOf(both.from, both.municipalities), partiesOf(both.to, both.municipalities)];
  const actors = together(municipal(both.from), municipal(both.to));
  return [...new Set([...was, ...is])].sort().flatMap((code) => {
    const one = { ...about(both, ({ parties }) => parties), what: code, touches: { actors, bodies: [], municipalities: [code] } };
    return changed('party', one, was.includes(code) ? ids([code]) : null, is.includes(code) ? ids([code]) : null);
  });
}

function municipal(version: Both['from']) {
  const all = touchedActors(version, Object.keys(version.actors));
  return all.filter(({ authority }) => authority === 'municipality' || authority === 'both');
}

/** Whom the agreement is for concerns everyone who has a duty by it. */
function diffTarget(both: Both): Change[] {
  const [from, to] = [both.from.terms.target, both.to.terms.target];
  const everyone = together(...[both.from, both.to].map((one) => touchedActors(one, Object.keys(one.actors))));
  const base = about(both, ({ target }) => target);
  const all: About = { ...base, touches: { ...base.touches, actors: everyone } };
  const wording = sameWords(from.description, to.description);
  const vulnerable = sameTexts(from.vulnerable, to.vulnerable);
  const instead = (target: Terms['target']) => ids(target['applies-instead'].map(({ agreement }) => agreement));
  return [
    ...changed('target', all, wording.from, wording.to),
    ...changed('target-selects', all, ways([from.when ?? {}]), ways([to.when ?? {}])),
    ...changed('target-requires', all, ways([from.conditions ?? {}]), ways([to.conditions ?? {}])),
    ...changed('target-vulnerable', all, vulnerable.from, vulnerable.to),
    ...changed('target-instead', all, instead(from), instead(to)),
  ];
}

function diffValidity(both: Both): Change[] {
  const [from, to] = [both.from.terms, both.to.terms];
  const validity = about(both, (terms) => terms.validity);
  const extension = about(both, (terms) => terms.extension);
  return [
    ...changed('valid-from', validity, day(from.validity.from), day(to.validity.from)),
    ...changed('valid-to', validity, stated(from.validity.to, day), stated(to.validity.to, day)),
    ...changed('extension-months', extension, stated(from.extension?.months, number), stated(to.extension?.months, number)),
    ...changed('extension-times', extension, stated(from.extension?.times, number), stated(to.extension?.times, number)),
    ...changed('extension-requires', extension, ids(from.extension?.requires), ids(to.extension?.requires)),
  ];
}

function diffInform(both: Both): Change[] {
  const [from, to] = [both.from.terms['duty-to-inform'], both.to.terms['duty-to-inform']];
  const all = about(both, (terms) => terms['duty-to-inform']);
  return (['who', 'to', 'about'] as const).flatMap((field) => {
    const wording = sameWords(from?.[field], to?.[field]);
    return changed(`inform-${field}`, all, wording.from, wording.to);
  });
}

function diffLocal(both: Both): Change[] {
  const [from, to] = [both.from.terms['local-agreements'], both.to.terms['local-agreements']];
  const all = about(both, (terms) => terms['local-agreements'], [...(from?.responsible ?? []), ...(to?.responsible ?? [])]);
  const purpose = sameWords(from?.purpose, to?.purpose);
  return [
    ...changed('local-per', all, stated(from?.per, text), stated(to?.per, text)),
    ...changed('local-responsible', all, deciders(from?.responsible), deciders(to?.responsible)),
    ...changed('local-purpose', all, purpose.from, purpose.to),
    ...diffLocalParts(all, from?.parts ?? [], to?.parts ?? []),
  ];
}

type Parts = NonNullable<Terms['local-agreements']>['parts'];

function diffLocalParts(all: About, from: Parts, to: Parts): Change[] {
  return [...new Set([...to, ...from].map(({ id }) => id))].flatMap((id) => {
    const [was, is] = [from.find((part) => part.id === id), to.find((part) => part.id === id)];
    const one: About = { ...all, what: id, label: (is ?? was)?.heading ?? id, cites: { from: was?.cites ?? [], to: is?.cites ?? [] } };
    const heading = sameWords(was?.heading, is?.heading);
    const guidance = sameTexts(was?.guidance ?? [], is?.guidance ?? []);
    return [
      ...changed('local-part', one, heading.from, heading.to),
      ...(was && is ? changed('local-guidance', one, guidance.from, guidance.to) : []),
    ];
  });
}

function diffTermination(both: Both): Change[] {
  const [from, to] = [both.from.terms.termination, both.to.terms.termination];
  const all = about(both, (terms) => terms.termination, [...(from?.notice ?? []), ...(to?.notice ?? [])]);
  const instead = sameWords(from?.instead, to?.instead);
  return [
    ...changed('termination-allowed', all, stated(from?.allowed, yesNo), stated(to?.allowed, yesNo)),
    ...changed('termination-instead', all, instead.from, instead.to),
    ...changed('termination-notice', all, deciders(from?.notice), deciders(to?.notice)),
  ];
}

function diffMinor(both: Both): Change[] {
  const [from, to] = [both.from.terms['minor-amendment'], both.to.terms['minor-amendment']];
  const all = about(both, (terms) => terms['minor-amendment'], [...(from?.by ?? []), ...(to?.by ?? [])]);
  const fenced = sameTexts(from?.['may-not-touch'] ?? [], to?.['may-not-touch'] ?? []);
  return [
    ...changed('minor-by', all, deciders(from?.by), deciders(to?.by)),
    ...changed('minor-may-not-touch', all, fenced.from, fenced.to),
  ];
}
