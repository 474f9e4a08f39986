import type { AgreementFile, Section } from '../../src/domain/counties/agreement-file.ts';
import type { Duties, Hit, Matrix } from './queries.ts';
import { dutiesIn, type FloorFacts, verdictOf } from './situation.ts';

const UNSAFE = /[&<>"]/g;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(UNSAFE, (sign) => ENTITIES[sign] ?? sign);

/** Head, header, navigation and footer: as much markup as our pages have around their content. */
const BEFORE = (title: string) =>
  `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>${escaped(title)}</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/assets/overens.css"></head><body><a class="govuk-skip-link" href="#innehall">Till innehållet</a>${NAVIGATION}<main id="innehall"><h1 class="ov-title">${escaped(title)}</h1>`;
const NAVIGATION = `<header class="ov-header"><nav>${'<li class="govuk-service-navigation__item"><a class="govuk-service-navigation__link" href="/vem-gor-vad">Vem gör vad?</a></li>'.repeat(20)}</nav></header>`;
const AFTER = `</main><footer class="ov-footer">${'<li class="govuk-footer__inline-list-item"><a class="govuk-footer__link" href="/om">Om Överens</a></li>'.repeat(20)}</footer></body></html>`;

export function readingHtml(slug: string, agreement: AgreementFile): string {
  let html = `${BEFORE(agreement.short)}<p class="ov-lead">${escaped(agreement.summary)}</p><p><a href="/avtal/${slug}/ansvar">Ansvar</a></p>`;
  for (const { title, about } of agreement.related)
    html += `<div class="govuk-summary-list__row"><dt>${escaped(title)}</dt><dd>${escaped(about)}</dd></div>`;
  html += contentsHtml(agreement.sections);
  const beside = new Map<string, string>();
  for (const row of agreement.responsibilities) {
    const term = `<div><dt><a href="/avtal/${slug}/ansvar#${row.id}">${row.id}</a></dt><dd>${escaped(row.activity)}</dd></div>`;
    for (const cite of row.cites) beside.set(cite, (beside.get(cite) ?? '') + term);
  }
  for (const section of agreement.sections) html += sectionHtml(section, 3, beside);
  return html + AFTER;
}

function contentsHtml(sections: readonly Section[]): string {
  let html = '<ol class="ov-toc__list">';
  for (const { id, heading, sections: inner } of sections)
    html += `<li><a href="#${id}"><span>${escaped(heading)}</span></a>${inner.length > 0 ? contentsHtml(inner) : ''}</li>`;
  return `${html}</ol>`;
}

function sectionHtml(section: Section, level: number, beside: ReadonlyMap<string, string>): string {
  let html = `<section class="ov-section"><h${level} id="${section.id}" class="ov-section__heading">${escaped(section.heading)}<a class="ov-permalink" href="#${section.id}" aria-label="Länk till avsnittet: ${escaped(section.heading)}">¶</a></h${level}><div class="ov-block"><p class="ov-block__text">`;
  for (const [id, sentence] of Object.entries(section.sentences)) {
    const place = `${section.id}.${id}`;
    const text = escaped(typeof sentence === 'string' ? sentence : sentence.text);
    html += `<span id="${place}" class="ov-sentence">${text}<a class="ov-permalink" href="#${place}" aria-label="Länk till meningen ${place}">¶</a> </span>`;
    const terms = beside.get(place);
    if (terms) html += `</p><dl class="ov-terms">${terms}</dl></div><div class="ov-block"><p class="ov-block__text">`;
  }
  html += '</p></div>';
  if (section.note) html += `<div class="ov-section__after"><p>${escaped(section.note)}</p></div>`;
  for (const inner of section.sections) html += sectionHtml(inner, level + 1, beside);
  return `${html}</section>`;
}

const AUTHORITIES = ['municipality', 'region', 'external'] as const;

export function matrixHtml(slug: string, { short, responsibilities, actors, matrix }: Matrix): string {
  let html = `${BEFORE(short)}<table class="ov-matrix">`;
  for (const group of matrix.groups) {
    html += `<tr><th colspan="4">${escaped(group.heading)}</th></tr>`;
    for (const row of responsibilities) {
      if (row.group !== group.id) continue;
      html += `<tr id="${row.id}"><th scope="row"><a class="govuk-link" href="/avtal/${slug}#${row.cites[0]}">${escaped(row.activity)}</a><div class="ov-matrix__note"><span class="ov-muted">${row.id}</span>`;
      if (row['conditions-text']) html += `<p>Villkor: ${escaped(row['conditions-text'])}</p>`;
      if (row.deadline) html += `<p>Tidsgräns: ${escaped(row.deadline.value)}</p>`;
      for (const law of row.law) html += `<p><span class="ov-citation"><a class="govuk-link" href="/lagrum">${escaped(law)}</a></span></p>`;
      for (const warning of row.warnings) html += `<p><strong>Observera:</strong> ${escaped(warning)}</p>`;
      html += '</div></th>';
      for (const authority of AUTHORITIES) {
        const names = row.actors.flatMap(({ actor }) => (actors[actor]?.authority === authority ? [actors[actor]?.name ?? ''] : []));
        html +=
          names.length > 0
            ? `<td data-label="${authority}"><span class="ov-mark ov-mark--responsible"></span><span class="ov-mark__word">Ansvarar</span><div class="ov-matrix__note">${escaped(names.join(', '))}</div></td>`
            : `<td class="ov-matrix__none" data-label="${authority}"><span class="govuk-visually-hidden">Inte markerad</span></td>`;
      }
      html += '</tr>';
    }
  }
  return `${html}</table>${AFTER}`;
}

const ICON =
  '<svg class="ov-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="10"/><path d="m8 12 3 3 5-6"/></svg>';

export function navigatorHtml(agreements: readonly Duties[], facts: FloorFacts, on: string): string {
  let html = `${BEFORE('Vem gör vad?')}<p>${on}</p>`;
  for (const { agreement, row, result } of dutiesIn(agreements, facts)) {
    const who = row.actors.map(({ actor }) => agreement.actors[actor]?.name ?? '').join(', ');
    html += `<article id="${agreement.slug}-${row.id}" class="ov-answer"><div class="ov-answer__top"><h3 class="ov-answer__heading">${escaped(row.plain)}</h3><span class="ov-part"><span class="ov-mark ov-mark--main"></span>Ansvar</span></div><div class="ov-answer__text"><p class="ov-muted">${escaped(who)}</p></div>`;
    html += `<p class="ov-condition ov-condition--${result}">${ICON}<span><strong>${result}</strong> ${escaped(row['conditions-text'] ?? '')}</span></p>`;
    for (const warning of row.warnings) html += `<p><strong>Observera:</strong> ${escaped(warning)}</p>`;
    for (const cite of row.cites)
      html += `<p class="ov-source"><span class="ov-basis ov-basis--agreement">Överenskommelse</span><a class="govuk-link" href="/avtal/${agreement.slug}#${cite}">${escaped(agreement.short)}, version ${agreement.label}</a>${ICON}</p>`;
    for (const law of row.law)
      html += `<p class="ov-source"><span class="ov-basis ov-basis--law">Lag</span><a class="govuk-link" href="/lagrum">${escaped(law)}</a></p>`;
    html +=
      '<details class="govuk-details ov-why"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Därför visas detta</span></summary><ul class="govuk-list govuk-list--bullet">';
    for (const [fact, condition] of Object.entries(row.when))
      html += `<li>${fact}: ${escaped(JSON.stringify(condition))} – ${verdictOf({ [fact]: condition }, facts)}</li>`;
    html += '</ul></details></article>';
  }
  return html + AFTER;
}

export function searchHtml(hits: readonly Hit[]): string {
  let html = `${BEFORE('Sök')}<p>${hits[0]?.total ?? 0} träffar</p><ol class="ov-results">`;
  for (const { kind, address, title, place, parts } of hits) {
    html += `<li class="ov-result"><p class="ov-result__kind">${kind}</p><h2><a class="govuk-link" href="${escaped(address)}">${escaped(title)}</a></h2><p class="ov-muted">${escaped(place)}</p><p>${escaped(parts[0]?.text.slice(0, 200) ?? '')}</p></li>`;
  }
  return `${html}</ol>${AFTER}`;
}
