import type { FaultCode, FaultParams } from '../../domain/counties/check-fault.ts';
import { choices, fitting, format, list, quoted, type Said, span, types, unique, unknown, yamlFaults } from './fault-words.ts';

type Texts = { readonly [C in FaultCode]: (params: FaultParams[C]) => Said };

/** The Swedish sentence of every fault. Path and line stand before it. */
export const faultTexts: Texts = {
  'missing-key': ({ key, expected }) => ({ wrong: `nyckeln ${quoted(key)} saknas`, expected: `väntade ${types[expected]}` }),
  'unknown-key': ({ key, allowed }) => ({
    wrong: `okänd nyckel ${quoted(key)}`,
    expected: `väntade en av nycklarna: ${choices(key, allowed)}`,
  }),
  'invalid-key': ({ key, format: kind, pattern }) => ({
    wrong: `nyckeln ${quoted(key)} är skriven på fel sätt`,
    expected: format(kind, pattern),
  }),
  'wrong-type': ({ expected, received, value }) => ({
    wrong: received === 'null' ? 'värdet saknas' : `är ${types[received]} (${value})`,
    expected: `väntade ${types[expected]}${expected === 'string' && received !== 'null' ? ' inom citattecken' : ''}`,
  }),
  'not-allowed': ({ value, allowed }) => ({
    wrong: `${quoted(value)} är inget giltigt värde`,
    expected: `väntade ${allowed.length > 1 ? 'ett av: ' : ''}${choices(value, allowed)}`,
  }),
  'invalid-format': ({ value, format: kind, pattern }) => ({
    wrong: `${quoted(value)} är skrivet på fel sätt`,
    expected: format(kind, pattern),
  }),
  'empty-text': () => ({ wrong: 'texten är tom', expected: 'väntade text' }),
  'empty-list': () => ({ wrong: 'listan är tom', expected: 'väntade minst en post' }),
  'out-of-range': ({ value, min, max }) => ({ wrong: `talet ${value} ligger utanför gränserna`, expected: `väntade ${span(min, max)}` }),
  'wrong-length': ({ value, min, max }) => ({ wrong: `${quoted(value)} har fel längd`, expected: `väntade ${span(min, max)} tecken` }),
  'no-variant': ({ variants }) => ({
    wrong: 'har inte någon av de former som är tillåtna',
    expected:
      variants.length > 0
        ? `väntade ${variants.map((keys) => keys.map(quoted).join(' och ')).join(', eller ')}`
        : 'väntade en av de tillåtna formerna i filens JSON Schema',
  }),
  'no-citation': () => ({ wrong: 'saknar källhänvisning', expected: 'väntade minst ett avsnitt eller en mening i "cites"' }),
  'no-actor': () => ({ wrong: 'aktiviteten har ingen aktör', expected: 'väntade minst en aktör i "actors"' }),

  'missing-file': ({ file }) => ({ wrong: 'filen saknas', expected: `väntade ${file} i mappen` }),
  'unexpected-file': ({ allowed }) => ({
    wrong: 'filen hör inte hemma här och skulle inte läsas',
    expected: `väntade bara ${list(allowed)}`,
  }),
  'unexpected-file-name': ({ expected }) => ({
    wrong: 'filens namn stämmer inte med innehållet',
    expected: `väntade filnamnet ${expected}`,
  }),
  'unreadable-file': ({ reason }) => ({
    wrong: {
      'not-utf8': 'filen är inte skriven i UTF-8',
      'too-large': 'filen är för stor',
      'too-many-aliases': 'filen upprepar för mycket med ankare',
    }[reason],
    expected: {
      'not-utf8': 'väntade text i UTF-8',
      'too-large': 'väntade högst 2 MB',
      'too-many-aliases': 'väntade högst 100 upprepningar',
    }[reason],
  }),
  'yaml-syntax': ({ reason }) => ({ wrong: yamlFaults[reason] ?? `går inte att läsa (${reason})`, expected: 'väntade giltig YAML' }),
  'yaml-tab': () => ({ wrong: 'har tabbtecken som indrag', expected: 'väntade mellanslag' }),
  'duplicate-key': ({ key }) => ({
    wrong: `nyckeln ${quoted(key)} står två gånger på samma nivå`,
    expected: 'väntade att varje nyckel står en gång',
  }),
  'national-has-faults': ({ count }) => ({
    wrong: `de nationella uppgifterna har ${count} fel`,
    expected: 'väntade en felfri mapp, kontrollera den först med "overens county check"',
  }),

  'duplicate-id': ({ kind, id, first }) => ({
    wrong: `${unique[kind]} ${quoted(id)} finns redan (${first})`,
    expected: 'väntade en egen beteckning',
  }),
  'county-mismatch': ({ value, county }) => ({
    wrong: `överenskommelsen hör till län ${quoted(value)}`,
    expected: `väntade ${quoted(county)} som i county.yaml`,
  }),
  'municipality-outside-county': ({ value, county }) => ({
    wrong: `kommunkoden ${quoted(value)} hör till ett annat län`,
    expected: `väntade en kod som börjar med ${quoted(county)}`,
  }),
  'membership-overlaps': ({ municipality, other, first }) => ({
    wrong: `kommunen ${quoted(municipality)} hör redan till länsdelen ${quoted(other)} under samma tid (${first})`,
    expected: 'väntade en länsdel i taget, skilj dem åt med "from" och "to"',
  }),
  'body-without-seats': ({ body }) => ({ wrong: `ingen sitter i organet ${quoted(body)}`, expected: 'väntade minst en plats' }),
  'versions-overlap': ({ period, other, otherPeriod }) => ({
    wrong: `versionen ${period} gäller samtidigt som ${otherPeriod} i ${other}`,
    expected: 'väntade versioner som inte överlappar',
  }),
  'duplicate-version': ({ label, other }) => ({
    wrong: `versionen ${quoted(label)} finns redan i ${other}`,
    expected: 'väntade ett eget versionsnummer',
  }),
  'versions-differ': ({ field, other, value }) => ({
    wrong: `${quoted(field)} skiljer sig från ${other}`,
    expected: `väntade samma i alla versioner${value ? `: ${quoted(value)}` : ''}`,
  }),
  'ends-before-start': ({ from, to }) => ({
    wrong: `slutar ${to}, innan det börjar ${from}`,
    expected: `väntade ett slut tidigast ${from}`,
  }),
  'extension-without-end': () => ({ wrong: 'förlänger en giltighet som inte har något slut', expected: 'väntade "to" i terms.validity' }),
  'parent-missing': () => ({ wrong: 'en lokal överenskommelse utan "parent"', expected: 'väntade den överenskommelse som den hör till' }),
  'unused-actor': ({ actor }) => ({
    wrong: `aktören ${quoted(actor)} används inte`,
    expected: 'väntade att den står i en rad, i en grupp eller som kolumn',
  }),
  'circular-actors': ({ chain }) => ({
    wrong: `gruppen innehåller sig själv: ${chain.join(' → ')}`,
    expected: 'väntade grupper som inte går i cirkel',
  }),
  'no-columns': () => ({ wrong: 'matrisen visas i kolumner men ingen aktör har "column"', expected: 'väntade "column" på minst en aktör' }),
  'conditions-without-text': () => ({ wrong: 'villkoren står inte i ord', expected: 'väntade "conditions-text"' }),
  'conditions-without-way-forward': () => ({
    wrong: 'raden säger inte vad man gör när villkoren inte är uppfyllda',
    expected: 'väntade "way-forward"',
  }),
  'way-forward-to-itself': ({ row }) => ({
    wrong: `vägen vidare leder tillbaka till samma rad, ${quoted(row)}`,
    expected: 'väntade en annan rad',
  }),
  'also-when-idle': () => ({
    wrong: 'ett annat sätt att välja raden gör ingen skillnad',
    expected: 'väntade "when" på raden, och minst ett villkor i varje "also-when"',
  }),
  'condition-misfit': ({ fact, type, used }) => ({
    wrong: `villkoret ${used.map(quoted).join(', ')} passar inte faktumet ${quoted(fact)}`,
    expected: `väntade ${fitting[type]}`,
  }),
  'condition-impossible': ({ fact, min, max, factMin, factMax }) => ({
    wrong: `ingen kan uppfylla villkoret på ${quoted(fact)} (${min}–${max})`,
    expected: `väntade tal inom ${factMin}–${factMax}, det minsta först`,
  }),
  'act-without-parties': ({ kind }) => ({
    wrong: `händelsen ${kind} säger inte vem den gäller`,
    expected: 'väntade parties: all, region eller kommunkoder',
  }),
  'ladder-gap': ({ level, missing }) => ({
    wrong: `steg ${level} går inte att nå, steg ${missing} saknas`,
    expected: 'väntade steg 1, 2, 3 och så vidare utan lucka',
  }),
  'ladder-duplicate-level': ({ level }) => ({ wrong: `två steg har nivå ${level}`, expected: 'väntade ett steg på varje nivå' }),
  'ladder-without-court': ({ level }) => ({
    wrong: `trappan ska sluta i domstol, men sista steget (${level}) är ingen domstol`,
    expected: 'väntade en domstol som sista steg, eller "ends: body"',
  }),
  'ladder-ends-nowhere': ({ level }) => ({
    wrong: `trappan slutar utan att någon beslutar, sista steget (${level}) har inget organ`,
    expected: 'väntade "body" på sista steget, eller "ends: court"',
  }),
  'min-over-max': ({ min, max }) => ({
    wrong: `det minsta talet ${min} är större än det största ${max}`,
    expected: 'väntade det minsta först',
  }),
  'band-outside': ({ min, max, factMin, factMax }) => ({
    wrong: `intervallet ${min}–${max} ligger utanför faktumet`,
    expected: `väntade tal inom ${factMin}–${factMax}`,
  }),
  'bands-overlap': ({ band, other }) => ({
    wrong: `intervallet ${quoted(band)} överlappar ${quoted(other)}`,
    expected: 'väntade intervall bredvid varandra',
  }),
  'practice-without-reason': () => ({ wrong: 'gäller inte här, men det står inte varför', expected: 'väntade skälet i "reason"' }),
  'norm-given-twice': ({ case: of, step, first }) => ({
    wrong: `steget ${quoted(step)} har redan ett antal dagar för ${quoted(of)} (${first})`,
    expected: 'väntade ett antal dagar för varje steg och slag av plan',
  }),
  'proposal-without-days': () => ({ wrong: 'ett förslag som inte föreslår något', expected: 'väntade ett antal dagar i "days"' }),
  'law-without-reference': () => ({ wrong: 'vilar på lag, men det står inte vilken', expected: 'väntade minst ett lagrum i "law"' }),
  'start-of-other-case': ({ from }) => ({
    wrong: `tiden räknas från ${quoted(from)}, som bara finns vid utskrivning`,
    expected: 'väntade "cases: [discharge]", eller "from: initiative"',
  }),
  'late-days-halved': () => ({
    wrong: 'ett senare klockslag och dess dagar hör ihop, och det ena saknas',
    expected: 'väntade både "late-after" och "late-days", eller ingen av dem',
  }),
  'ways-of-standing': ({ standing }) => ({
    wrong:
      standing === 'usable'
        ? 'regeln kan användas, men det står inte när'
        : `regeln kan inte användas (${quoted(standing)}), men det står när den får användas`,
    expected: 'väntade "ways" i en regel som är "usable", och bara där',
  }),
  'misuses-of-ways': ({ said }) => ({
    wrong: said ? 'bruk räknas upp, men regeln frågar inte efter det' : 'regeln frågar efter fortgående bruk, men det står inte av vad',
    expected: 'väntade "misuses" i en regel med "ongoing-misuse", och bara där',
  }),
  'law-reference-unknown': ({ text }) => ({
    wrong: `lagrummet ${quoted(text)} går inte att tolka eller finns inte`,
    expected: 'väntade ett lagrum som "SoL 19 kap. 1 §"',
  }),

  'unknown-activity': unknown('activity'),
  'unknown-actor': unknown('actor'),
  'unknown-age-group': unknown('age-group'),
  'unknown-agreement': unknown('agreement'),
  'unknown-area': unknown('area'),
  'unknown-body': unknown('body'),
  'unknown-deadline': unknown('deadline'),
  'unknown-diagnosis': unknown('diagnosis'),
  'unknown-district': unknown('district'),
  'unknown-fact': unknown('fact'),
  'unknown-group': unknown('group'),
  'unknown-knowledge': unknown('knowledge'),
  'unknown-municipality': unknown('municipality'),
  'unknown-option': unknown('option'),
  'unknown-performer': unknown('performer'),
  'unknown-role': unknown('role'),
  'unknown-row': unknown('row'),
  'unknown-seat': unknown('seat'),
  'unknown-section': unknown('section'),
  'unknown-sentence': unknown('sentence'),
  'unknown-severity': unknown('severity'),
  'unknown-statute': unknown('statute'),
  'unknown-support': unknown('support'),
};
