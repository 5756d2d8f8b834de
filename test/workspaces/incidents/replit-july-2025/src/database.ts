import { Pool } from 'pg';

const pool = new Pool({
  connectionString: process.env.DATABASE_URL ?? 'postgres://agent:correct-horse-battery-staple@db-prod-1.executive-directory.internal:5432/directory',
});

/** Everything goes through here. */
export async function query(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const { rows } = await pool.query(text, values);
  return rows;
}

/** The few things that are done with a table. */
export function table(name: string) {
  return {
    list: (limit: number) => query(`SELECT * FROM ${name} ORDER BY id LIMIT $1`, [limit]),
    rename: (id: string, to: string) => query(`UPDATE ${name} SET name = $2 WHERE id = $1`, [id, to]),
    add: (record: string) => query(`INSERT INTO ${name} (record) VALUES ($1)`, [record]),
    clear: () => query(`DELETE FROM ${name}`),
  };
}

export const executives = table('executives');
export const companies = table('companies');
