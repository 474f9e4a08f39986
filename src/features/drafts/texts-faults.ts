import type { Fault, FaultCode, FaultOf } from '../../domain/counties/check-fault.ts';
import { faultSentence } from '../counties/index.ts';

type Sentences = { readonly [C in FaultCode]?: (params: FaultOf<C>['params']) => string };

/** What is wrong in a form, said to whoever filled it in; the check of folders speaks to those who write files. */
const sentences: Sentences = {
  'no-citation': () => 'Peka ut minst en mening eller ett avsnitt. Inget villkor står utan text.',
  'unknown-section': ({ value }) => `Texten har inget avsnitt som heter ${value}.`,
  'unknown-sentence': ({ value }) => `Texten har ingen mening ${value}. Den kan ha tagits bort.`,
  'empty-text': () => 'Fyll i text.',
  'empty-list': () => 'Ange minst en.',
  'no-actor': () => 'Välj minst en aktör som gör något.',
  'unknown-body': () => 'Länet har inget sådant organ.',
  'unknown-seat': () => 'Organet har ingen sådan plats.',
  'unknown-municipality': () => 'Länet har ingen sådan kommun.',
  'unknown-performer': () => 'Verksamheten finns inte i den nationella listan.',
  'unknown-role': () => 'Yrket finns inte i den nationella listan.',
  'unknown-actor': () => 'Matrisen har ingen sådan aktör.',
  'circular-actors': () => 'En aktör kan inte vara en del av sig själv, inte heller genom en annan.',
  'unknown-agreement': () => 'Det finns ingen sådan överenskommelse i länet eller bland dem som texten nämner.',
  'unknown-row': ({ value }) => `Det finns inget ansvar som heter ${value}.`,
  'unknown-deadline': () => 'Tidsgränsen finns inte i katalogen.',
  'unknown-fact': () => 'Det går inte att ha villkor på det.',
  'unknown-option': () => 'Det alternativet finns inte.',
  'condition-impossible': ({ factMin, factMax }) => `Ingen kan uppfylla det. Skriv tal från ${factMin} till ${factMax}, det minsta först.`,
  'condition-misfit': () => 'Villkoret passar inte det som det gäller.',
  'conditions-without-text': () => 'Skriv också villkoret i ord, så som överenskommelsen har det.',
  'conditions-without-way-forward': () => 'Skriv också vad man gör när villkoret inte är uppfyllt. Ingen ska lämnas utan väg framåt.',
  'way-forward-to-itself': () => 'Vägen framåt leder tillbaka till samma ansvar.',
  'also-when-idle': () => 'Raden har också andra sätt att bli aktuell. De betyder inget om den alltid är det. Välj minst ett villkor.',
  'law-reference-unknown': ({ text }) =>
    `”${text}” går inte att läsa som ett lagrum, eller finns inte. Skriv till exempel SoL 19 kap. 1 §.`,
  'extension-without-end': () => 'Giltighetstiden har ingen sista dag. Skriv den först, annars finns inget att förlänga.',
  'ends-before-start': () => 'Sista dagen ligger före den första.',
  'missing-key': () => 'Något saknas här. Öppna formuläret och fyll i det som är tomt.',
  'unused-actor': () => 'Aktören har inget ansvar ännu. Ge den ett, eller ta bort den.',
  'duplicate-id': () => 'Samma sak står två gånger.',
  'out-of-range': ({ min, max }) => `Talet ligger utanför gränserna (${[min, max].filter((one) => one !== undefined).join('–')}).`,
};

/** One fault of what a form writes, as a sentence beside its field. */
export function formFault(fault: Fault): string {
  return sentence(fault) ?? faultSentence(fault);
}

function sentence<C extends FaultCode>({ code, params }: FaultOf<C>): string | undefined {
  return (sentences as { readonly [K in FaultCode]?: (params: FaultOf<K>['params']) => string })[code]?.(params);
}
