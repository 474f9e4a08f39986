export const movingTexts = {
  link: 'Personen har flyttat till en annan kommun',
  title: 'Personen har flyttat',
  lead: 'Planen fortsätter. Nya insatser följer det som den nya kommunen och regionen har kommit överens om. De insatser som redan finns behåller det ansvar de har. Ni samordnar planen tills någon annan har tagit över.',
  municipality: 'Vilken kommun bor personen i nu?',
  hint: 'Bor personen i ett annat län: avsluta planen med skälet att personen har flyttat. Där behövs en ny plan.',
  submit: 'Spara',
  done: 'Planen följer nu den nya kommunens överenskommelser. Be kommunens enheter delta, och be dem ta över ansvaret för helheten om det behövs.',
};
