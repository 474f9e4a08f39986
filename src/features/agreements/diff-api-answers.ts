import type { z } from '@hono/zod-openapi';
import type { Change } from '../../domain/agreements/diff/change.ts';
import { runsOfWay } from '../../domain/agreements/diff/diff-ways.ts';
import type { DiffHeading, SectionDiff, SentenceDiff } from '../../domain/agreements/diff/text-diff.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { textBody } from './api-answers.ts';
import { citationsIn, placeInVersion } from './api-citations.ts';
import type { DiffBody, WholeVersion } from './diff-api-schemas.ts';
import { deciderName } from './diff-names.ts';
import { changeText } from './diff-texts.ts';
import { valueText } from './diff-values.ts';
import type { DiffReading } from './read-diff.ts';

type Answer = z.infer<typeof DiffBody>;

/** A whole version as the API says it: nothing in it depends on the day. */
export function wholeBody(agreement: AgreementFile): z.infer<typeof WholeVersion> {
  return {
    slug: agreement.slug,
    version: agreement.version.label,
    from: agreement.version.from,
    to: agreement.version.to ?? null,
    title: agreement.title,
    short: agreement.short,
    summary: agreement.summary,
    county: agreement.county,
    kind: agreement.kind,
    area: agreement.area,
    parent: agreement.parent ?? null,
    source: { title: agreement.source.title, document: agreement.source.document, status: agreement.source.status },
    header: { ...agreement.header },
    sections: textBody(agreement).sections,
    url: `/avtal/${agreement.slug}?version=${encodeURIComponent(agreement.version.label)}`,
  };
}

/** What changed between two versions as the API says it. */
export function diffBody({ diff, touched, names }: DiffReading): Answer {
  const { from, to } = diff;
  const labels = [from, to].map(({ version }) => encodeURIComponent(version.label));
  return {
    slug: to.slug,
    from: from.version.label,
    to: to.version.label,
    meaning: diff.meaning.map((change) => changeBody(change, diff, names)),
    text: diff.text.map((section) => sectionBody(section, from, to)),
    touches: touchesBody(touched, names),
    url: `/avtal/${to.slug}/jamfor?fran=${labels[0]}&till=${labels[1]}`,
  };
}

function changeBody(change: Change, { from, to }: DiffReading['diff'], names: DiffReading['names']): Answer['meaning'][number] {
  const { kind, touches } = change;
  return {
    kind,
    change: change.from === null ? 'added' : change.to === null ? 'removed' : 'changed',
    about: change.what,
    label: change.label,
    text: changeText(change, names),
    from: change.from && valueText(kind, change.from, names),
    to: change.to && valueText(kind, change.to, names),
    words: (runsOfWay(change) ?? []).map(({ kind: run, text }) => ({ kind: run, text })),
    citations: { from: citationsIn(from)(change.cites.from), to: citationsIn(to)(change.cites.to) },
    touches: {
      actors: touches.actors.map(({ actor, name, authority, performers, roles }) => ({
        actor,
        name,
        authority,
        performers: [...performers],
        roles: [...roles],
      })),
      bodies: [...touches.bodies],
      municipalities: [...touches.municipalities],
    },
  };
}

function sectionBody(section: SectionDiff, from: AgreementFile, to: AgreementFile): Answer['text'][number] {
  return {
    from: headingBody(section.from),
    to: headingBody(section.to),
    changes: [...section.changes],
    other: headingBody(section.other),
    sentences: section.sentences.map((sentence) => ({
      kind: sentence.kind,
      moved: sentence.moved,
      from: placeBody(sentence.from, from),
      to: placeBody(sentence.to, to),
      words: sentence.kind === 'changed' ? sentence.runs.map(({ kind, text }) => ({ kind, text })) : [],
    })),
  };
}

function headingBody(heading: DiffHeading | null) {
  return heading && { id: heading.id, number: heading.number, heading: heading.heading, depth: heading.depth };
}

function placeBody(place: SentenceDiff['from'], version: AgreementFile) {
  return place && { id: place.cite, text: place.text, item: place.item, url: placeInVersion(version, place.cite) };
}

function touchesBody(touched: DiffReading['touched'], names: DiffReading['names']): Answer['touches'] {
  return {
    local: touched.local.map(({ slug, version, short, places, elsewhere, because }) => ({
      slug,
      version,
      short,
      sections: places.map((place) => ({ section: place.section, because: [...place.because] })),
      elsewhere: [...elsewhere],
      because: [...because],
    })),
    conflicts: touched.conflicts.map(({ slug, row, because }) => ({ agreement: slug, row, because: [...because] })),
    contacts: touched.contacts.map(({ contact, because }) => ({
      unit: contact.unit,
      municipality: contact.municipality ?? null,
      performers: [...contact.performers],
      because: [...because],
    })),
    people: touched.people.map(({ performer, role, because }) => ({ performer, role, because: [...because] })),
    bodies: touched.bodies.map(({ body, because }) => ({ body, name: deciderName(names, body), because: [...because] })),
  };
}
