/** The fictional agreement of the demonstration as a file: two days of validity that contradict each other, and a duty of which it is not said whose it is. */
export function seedImportText(region: string): string {
  return `# Överenskommelse om sysselsättning (påhittad)

## Parter

Parter är ${region} och länets kommuner.

## Målgrupp

Överenskommelsen gäller personer som är 18 år eller äldre och som har varit utan sysselsättning länge.

## Giltighet

Överenskommelsen gäller från 2025-01-01 till 2027-12-31.

## Ansvar

Kommunen ansvarar för att ordna sysselsättning. Regionen ansvarar för rehabilitering.

Teamet ansvarar för samordning.

## Uppföljning

Parterna följer upp överenskommelsen varje år.

## Övergång

Överenskommelsen gäller från 2025-04-01.
`;
}
