export interface SchemaMigration {
  number: number;
  name: string;
  checksum: string;
  applied_at: Temporal.Instant;
}
export interface DB {
  schema_migration: SchemaMigration;
}
