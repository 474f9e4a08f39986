import type { Alternative, Group } from '../../domain/search/query-plan.ts';

/** A lexeme as PostgreSQL writes it in a tsvector or a tsquery: anything may be inside the quotes. */
export function quoteLexeme(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** Lexemes as a tsquery: all of them, or all as a phrase when there are gaps. */
export function alternativeQuery({ lexemes, gaps }: Alternative): string {
  return lexemes.map((lexeme, index) => `${index === 0 ? '' : joint(gaps?.[index - 1])}${quoteLexeme(lexeme)}`).join('');
}

function joint(gap: number | undefined): string {
  return gap === undefined ? ' & ' : ` <${gap}> `;
}

/**
 * The groups as one tsquery: all of them, or any (`widened`, which also tries the wide alternatives).
 * Undefined when there is nothing to search for.
 */
export function queryOf(groups: readonly Group[], widened: boolean): string | undefined {
  const parts = groups.map(({ alternatives }) =>
    alternatives
      .filter(({ wide }) => widened || !wide)
      .map((alternative) => `(${alternativeQuery(alternative)})`)
      .join(' | '),
  );
  return parts.length === 0 ? undefined : parts.map((part) => `(${part})`).join(widened ? ' | ' : ' & ');
}
