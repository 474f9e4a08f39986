/** What is wrong with a variable, written to follow its name: `PORT ska vara …`. The value itself is never repeated. */
export const configTexts = {
  port: 'ska vara ett heltal mellan 0 och 65535.',
  host: 'ska vara en adress eller ett datornamn på högst 255 tecken.',
  baseUrl: 'ska vara en fullständig adress, till exempel https://overens.example.se.',
  databaseUrl: 'ska börja med postgres:// och vara en fullständig adress, till exempel postgres://anvandare:losenord@server:5432/overens.',
  demo: 'ska vara 0 (av) eller 1 (på).',
  logLevel: (levels: readonly string[]) => `ska vara ett av ${levels.join(', ')}.`,
  email: 'ska vara en e-postadress.',
  rate: 'ska vara ett heltal från 0 (ingen gräns) och uppåt.',
  ownerWithoutUrl: 'behöver DATABASE_URL: den ena är för uppdateringar av databasen, den andra för allt annat.',
  demoOnExternal:
    'är 1 och DATABASE_URL är angiven: demoläget lägger till påhittade konton i en riktig databas. Ta bort någon av dem, eller skriv OVERENS_DEMO=force om du vet att databasen bara är till för demo.',
  samePorts: 'måste vara en annan port än PORT.',
};
