import type { ClientBase } from 'pg';

/** The role of the running program: owns nothing, creates nothing, and may do to a table only what its migration grants. */
export const APP_ROLE = 'overens_app';

/** Not allowed, or allowed nothing that would help; or another process did the same in the same moment. What counts is how it ends. */
const NO_MATTER = new Set(['42501', '42704', '42710', '23505', 'XX000']);

/**
 * Makes sure that the role exists and that `user` may step down to it. Answers false when this login may not arrange that,
 * which is then the administrator's business.
 */
export async function ensureAppRole(owner: ClientBase, user: string): Promise<boolean> {
  if (await isUsable(owner, user)) return true;
  const name = owner.escapeIdentifier(user);
  await attempt(owner, `create role ${APP_ROLE} nologin`);
  await attempt(owner, `grant ${APP_ROLE} to ${name} with inherit false, set true`);
  return isUsable(owner, user);
}

async function isUsable(owner: ClientBase, user: string): Promise<boolean> {
  const sql = `select coalesce(bool_or(pg_has_role(who.oid, app.oid, 'set')), false) as usable
    from pg_roles app, pg_roles who where app.rolname = $1 and who.rolname = $2`;
  const { rows } = await owner.query<{ usable: boolean }>(sql, [APP_ROLE, user]);
  return rows[0]?.usable ?? false;
}

async function attempt(owner: ClientBase, sql: string): Promise<void> {
  try {
    await owner.query(sql);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!NO_MATTER.has(code)) throw error;
  }
}
