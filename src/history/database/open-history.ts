import { connectTo } from './connect.ts'
import { DATABASE_NAME, DATABASE_VERSION, type HistorySchema } from './schema.ts'
import { upgrade } from './upgrade.ts'

/**
 * Opens the database of the history.
 * @throws HistoryError `blocked`, `private` or `unavailable`
 */
export const openHistory = connectTo<HistorySchema>(DATABASE_NAME, DATABASE_VERSION, upgrade)
