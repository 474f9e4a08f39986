/** What is wrong with a variable, written to follow its name: `PORT ska vara …`. The value itself is never repeated. */
export const configTexts = {
  port: 'ska vara ett heltal mellan 0 och 65535.',
  host: 'ska vara en adress eller ett datornamn på högst 255 tecken.',
  baseUrl: 'ska vara en fullständig adress, till exempel https://overens.example.se.',
  databaseUrl: 'ska börja med postgres:// och vara en fullständig adress, till exempel postgres://anvandare:losenord@server:5432/overens.',
  demo: 'ska vara 0 (av) eller 1 (på).',
  logLevel: (levels: readonly string[]) => `ska vara ett av ${levels.join(', ')}.`,
  smtpUrl: 'ska börja med smtp:// eller smtps:// och vara en fullständig adress, till exempel smtp://anvandare:losenord@server:587.',
  mailFrom: 'ska vara en e-postadress, med eller utan namn före: Överens <notiser@example.se>.',
  mailTogether: 'saknas: SMTP_URL och MAIL_FROM anges tillsammans.',
  email: 'ska vara en e-postadress.',
  rate: 'ska vara ett heltal från 0 (ingen gräns) och uppåt.',
  proxies: 'ska vara antalet egna proxyservrar framför tjänsten, 0 till 9.',
  assurance: 'ska vara loa2, loa3 eller loa4.',
  acr: 'ska vara nivåer med leverantörens beteckning, till exempel loa3=http://id.elegnamnden.se/loa/1.0/loa3, med komma emellan.',
  oidcTogether: 'saknas: OIDC_ISSUER, OIDC_CLIENT_ID och OIDC_CLIENT_SECRET anges tillsammans.',
  keysNeeded: 'saknas: PERSON_KEYS, PERSON_HASH_KEY och AUDIT_SIGNING_KEY behövs när personuppgifter och logg hålls i en egen databas.',
  ownerWithoutUrl: 'behöver DATABASE_URL: den ena är för uppdateringar av databasen, den andra för allt annat.',
  demoOnExternal:
    'är 1 och DATABASE_URL är angiven: demoläget lägger till påhittade konton i en riktig databas. Ta bort någon av dem, eller skriv OVERENS_DEMO=force om du vet att databasen bara är till för demo.',
  samePorts: 'måste vara en annan port än PORT.',
};
