import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { AgreementText } from './agreement-text.tsx';
import { AnswerCard } from './answer-card.tsx';
import { BasisChip } from './basis-chip.tsx';
import { Citation } from './citation.tsx';
import { Compare } from './compare.tsx';
import { Matrix } from './matrix.tsx';
import { StatusBanner } from './status-banner.tsx';
import { StatusTag } from './status-tag.tsx';

const render = (element: unknown) => new JSDOM(String(element)).window.document;
const text = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();

describe('status', () => {
  it.each([
    [{ status: 'in-force' }, 'Gäller'],
    [{ status: 'extended', until: '2025-06-30' }, 'Förlängd till 30 juni 2025'],
    [{ status: 'extended' }, 'Förlängd'],
    [{ status: 'expired' }, 'Har gått ut'],
    [{ status: 'expired', since: '2024-07-01' }, 'Gäller inte sedan 1 juli 2024'],
    [{ status: 'expired', since: '2024-07-01', decided: '2026-11-22' }, 'Gäller inte sedan 1 juli 2024'],
    [{ status: 'expired', since: '2028-01-01', decided: '2026-11-22' }, 'Gäller inte från 1 januari 2028'],
    [{ status: 'in-force', until: '2030-12-31', decided: '2026-11-22' }, 'Gäller enligt dagens beslut'],
    [{ status: 'replaced', since: '2027-01-01', decided: '2026-11-22' }, 'Ersätts 1 januari 2027'],
    [{ status: 'unknown', until: '2024-06-30' }, 'Okänt'],
    [{ status: 'proposal' }, 'Förslag'],
    [{ status: 'not-yet' }, 'Ännu inte i kraft'],
  ] as const)('is a word and a sign, never colour alone: %o', (props, words) => {
    const document = render(<StatusTag {...props} />);
    expect(text(document.body)).toBe(words);
    expect(document.querySelector('svg[aria-hidden=true]')).not.toBeNull();
  });

  it('shows every outcome when something is unknown', () => {
    const outcomes = [
      { condition: 'Om revideringen hade påbörjats', status: 'extended', until: '2025-06-30' },
      { condition: 'Annars', status: 'expired', since: '2024-07-01' },
    ] as const;
    const document = render(<StatusBanner status="unknown" summary="Okänt." reasons={[]} outcomes={outcomes} />);
    expect([...document.querySelectorAll('.ov-outcomes li')].map(text)).toEqual([
      'Om revideringen hade påbörjatsFörlängd till 30 juni 2025',
      'AnnarsGäller inte sedan 1 juli 2024',
    ]);
  });
});

describe('ground', () => {
  it('says in a word what a duty rests on', () => {
    expect(
      ['law', 'regulation', 'agreement', 'routine', 'proposal'].map((basis) => text(render(<BasisChip basis={basis as 'law'} />).body)),
    ).toEqual(['Lag', 'Föreskrift', 'Överenskommelse', 'Rutin', 'Förslag']);
  });

  it('flags repealed law with a word and what replaced it', () => {
    const stale = render(<Citation text="SoL 14 kap. 1 §" state="stale" successor={{ label: 'SoL 19 kap. 1 §', href: '/lagrum' }} />);
    expect(text(stale.body)).toBe('SoL 14 kap. 1 § upphävd, i dag SoL 19 kap. 1 §');
    expect(stale.querySelector('a')?.getAttribute('href')).toBe('/lagrum');
    expect(text(render(<Citation text="HSL 16 kap. 3 §" state="in-force" />).body)).toBe('HSL 16 kap. 3 §');
  });

  it('always gives an answer a source, as a link', () => {
    const document = render(
      <AnswerCard heading="Vårdcentralen ansvarar." source={{ label: 'Avtalet', href: '/avtal/x#y', basis: 'agreement' }} />,
    );
    expect(document.querySelector('.ov-answer__ground a')?.getAttribute('href')).toBe('/avtal/x#y');
  });

  it('shows an unmet condition together with the way forward', () => {
    const document = render(
      <AnswerCard heading="x" source={[]} condition={{ text: 'från 18 år', state: 'unmet' }} wayForward="Vänd dig till BUP." />,
    );
    expect(text(document.body)).toContain('Villkoret är inte uppfyllt: från 18 år');
    expect(text(document.body)).toContain('Vägen framåt: Vänd dig till BUP.');
  });
});

describe('the matrix', () => {
  const matrix = render(
    <Matrix
      caption="Ansvar"
      corner="Område"
      columns={[
        { id: 'a', label: 'Vårdcentral' },
        { id: 'b', label: 'Socialtjänst' },
      ]}
      groups={[{ id: 'g', heading: 'Tidigt', rows: [{ id: 'DAL-01', label: 'Utredning', cells: [{ role: 'responsible' }] }] }]}
    />,
  );

  it('names its rows and columns for those who do not see them', () => {
    expect(text(matrix.querySelector('caption'))).toBe('Ansvar');
    expect([...matrix.querySelectorAll('thead th')].map((head) => [head.getAttribute('scope'), text(head)])).toEqual([
      ['col', 'Område'],
      ['col', 'Vårdcentral'],
      ['col', 'Socialtjänst'],
    ]);
    expect([...matrix.querySelectorAll('tbody th')].map((head) => [head.getAttribute('scope'), text(head)])).toEqual([
      ['rowgroup', 'Tidigt'],
      ['row', 'Utredning'],
    ]);
  });

  it('has a word in every cell, also where the source has no mark', () => {
    expect([...matrix.querySelectorAll('td')].map(text)).toEqual(['Ansvarar', 'Inte markerad']);
  });

  it('names the column in every cell, for the cards of a narrow screen', () => {
    expect([...matrix.querySelectorAll('td')].map((cell) => cell.dataset.label)).toEqual(['Vårdcentral', 'Socialtjänst']);
  });

  it('can be scrolled with the keyboard when it has more columns than fit, and is no stop on the way otherwise', () => {
    const columns = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, label: id }));
    const wide = render(<Matrix caption="Ansvar" corner="Område" columns={columns} groups={[]} />);
    expect(wide.querySelector('.ov-matrix')?.getAttribute('tabindex')).toBe('0');
    expect(matrix.querySelector('.ov-matrix')?.hasAttribute('tabindex')).toBe(false);
  });
});

it('compares with a word for the difference and for what is not mentioned', () => {
  const rows = [
    { id: 'a', label: 'Nedtrappning', left: 'Den som skrev ut', right: null, different: true },
    { id: 'b', label: 'Orosanmälan', left: 'Alla', right: 'Alla', different: false },
  ];
  const document = render(<Compare caption="x" corner="Uppgift" left={{ title: 'J' }} right={{ title: 'D' }} rows={rows} />);
  expect([...document.querySelectorAll('tbody tr')].map((row) => [...row.children].map(text))).toEqual([
    ['NedtrappningSkiljer sig', 'Den som skrev ut', 'Nämns inte'],
    ['Orosanmälan', 'Alla', 'Alla'],
  ]);
});

describe('the text of an agreement', () => {
  const document = render(
    <AgreementText
      sections={[
        {
          id: 'giltighet',
          number: '3',
          heading: 'Giltighetstid',
          sentences: [
            { id: 'giltighet.a', text: 'Ett.' },
            { id: 'giltighet.b', text: 'Två.' },
            { id: 'giltighet.c', text: 'Tre.', terms: [{ label: 'Giltighet', value: 'tre år' }] },
            { id: 'giltighet.d', text: 'punkt', item: true },
          ],
          sections: [{ id: 'tvist', heading: 'Tvist', sentences: [] }],
        },
      ]}
    />,
  );

  it('gives every sentence an address that a link on it leads to', () => {
    for (const id of ['giltighet.a', 'giltighet.b', 'giltighet.c', 'giltighet.d']) {
      expect(document.getElementById(id)?.querySelector('.ov-permalink')?.getAttribute('href')).toBe(`#${id}`);
    }
  });

  it('loses no sentence and keeps their order', () => {
    expect([...document.querySelectorAll('.ov-sentence, li')].map(({ id }) => id.at(-1)).join('')).toBe('abcd');
  });

  it('puts a term beside its own sentence and no other', () => {
    const block = document.querySelector('.ov-terms')?.parentElement;
    expect(text(block?.querySelector('.ov-block__text'))).toContain('Tre.');
    expect(text(block)).not.toContain('Två.');
  });

  it('nests headings as the agreement does', () => {
    expect([...document.querySelectorAll('h2, h3')].map(({ tagName, id }) => `${tagName} ${id}`)).toEqual(['H2 giltighet', 'H3 tvist']);
  });
});

/** Words that would be markup, end an attribute or begin an entity if they were put in as they are. */
const HOSTILE = '<b onclick="x">&lt;\'"</b></td>';

describe('what is put together as strings', () => {
  const cited = <Citation text={HOSTILE} href={`/x?${HOSTILE}`} state="stale" successor={{ label: HOSTILE, href: `/y?${HOSTILE}` }} />;
  const section = {
    id: HOSTILE,
    number: HOSTILE,
    heading: HOSTILE,
    sentences: [
      { id: HOSTILE, text: HOSTILE, terms: [{ label: HOSTILE, value: HOSTILE, href: `/z?${HOSTILE}` }] },
      { id: 'a.b', text: [HOSTILE, cited], item: true },
    ],
    after: HOSTILE,
  };
  const row = {
    id: HOSTILE,
    label: HOSTILE,
    href: `/x?${HOSTILE}`,
    note: HOSTILE,
    cells: [{ role: 'main', note: HOSTILE }, null],
  } as const;
  const columns = ['a', 'b'].map((id) => ({ id, label: HOSTILE }));
  const card = (
    <AnswerCard
      id={HOSTILE}
      heading={HOSTILE}
      part={{ label: HOSTILE }}
      source={{ label: HOSTILE, href: `/x?${HOSTILE}`, basis: 'agreement', after: HOSTILE }}
      law={[{ text: HOSTILE, state: 'in-force' }]}
      deadline={{ value: HOSTILE, basis: 'law' }}
      condition={{ text: HOSTILE, state: 'unmet' }}
      wayForward={HOSTILE}
      warnings={[HOSTILE]}
      conflicts={[HOSTILE]}
      contact={[{ unit: HOSTILE, phone: HOSTILE, href: `/x?${HOSTILE}`, confirmed: '2026-09-02', stale: true }]}
      why={[HOSTILE]}
    >
      {HOSTILE}
    </AnswerCard>
  );

  it.each([
    ['the text of an agreement', <AgreementText sections={[section]} />, 9],
    [
      'the matrix',
      <Matrix caption={HOSTILE} corner={HOSTILE} columns={columns} groups={[{ id: HOSTILE, heading: HOSTILE, rows: [row] }]} />,
      8,
    ],
    ['an answer', card, 14],
  ])('never lets words become markup: %s', (_, element, times) => {
    const document = render(element);
    expect(document.querySelectorAll('b, [onclick]')).toHaveLength(0);
    expect(document.body.textContent?.split(HOSTILE)).toHaveLength(times + 1);
    for (const { href } of document.querySelectorAll<HTMLAnchorElement>('a[href^="/"]')) expect(decodeURIComponent(href)).toContain('</b>');
  });
});
