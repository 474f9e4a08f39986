/** Beginning a working copy: from the version in force, or under the headings of an outline. */
export const openTexts = {
  version: {
    title: 'Börja en ny version',
    lead: 'Arbetsversionen börjar som den version som gäller. Ingenting ändras för den som läser förrän en ny version är beslutad och publicerad.',
    submit: 'Öppna arbetsversionen',
  },
  outline: {
    title: 'Börja en ny överenskommelse',
    lead: 'Välj rubriker att skriva under. Parter, målgrupp och aktörer hämtas från en överenskommelse som länet redan har.',
    submit: 'Öppna arbetsversionen',
  },
  fields: {
    slug: 'Överenskommelse',
    label: 'Beteckning på den nya versionen',
    labelHint: 'Till exempel 11.0. Den får inte ha använts förut.',
    class: 'Vad är det för ändring?',
    major: 'Ny version',
    majorHint: 'Beslutas på det sätt som överenskommelsen säger.',
    minor: 'Mindre ändring',
    minorHint: 'Rör inte syfte, mål, parter eller ansvar. Har en egen beslutsfattare.',
    outline: 'Disposition',
    model: 'Länets överenskommelse som den bygger på',
    modelHint: 'Parter, målgrupp och aktörer hämtas därifrån.',
    kind: 'Sort',
    county: 'Länsöverenskommelse',
    local: 'Lokal överenskommelse',
    title: 'Titel',
    address: 'Adress på webben',
    addressHint:
      'Sidan kommer att finnas på /avtal/ följt av det du skriver. Små bokstäver, siffror och bindestreck, till exempel lok-aneby-beroende.',
    municipalities: 'Kommuner som är parter',
    municipalitiesHint: 'Bara för en lokal överenskommelse. Regionen är alltid part.',
  },
};
