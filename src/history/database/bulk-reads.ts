/** A store that may return records together with their keys. TypeScript and some browsers do not have `getAllRecords` yet. */
interface RecordStore<Value> {
  getAll(range: IDBKeyRange | undefined, count?: number): Promise<Value[]>
  getAllKeys(range: IDBKeyRange | undefined, count?: number): Promise<string[]>
  getAllRecords?(options: {
    query?: IDBKeyRange | undefined
    count?: number | undefined
  }): Promise<{ primaryKey: string; value: Value }[]>
}

/**
 * Reads records with their keys, in key order. Without `getAllRecords` this needs two requests and takes twice as long.
 * @param count the maximum number of records
 */
export async function readRecords<Value>(
  store: RecordStore<Value>,
  range: IDBKeyRange | undefined,
  count?: number,
): Promise<[id: string, value: Value][]> {
  if (store.getAllRecords) {
    const records = await store.getAllRecords({ query: range, count })
    return records.map(({ primaryKey, value }) => [primaryKey, value])
  }
  const [ids, values] = await Promise.all([store.getAllKeys(range, count), store.getAll(range, count)])
  return values.map((value, i) => [ids[i] ?? '', value])
}

/** The index counterpart of `RecordStore`. */
interface RecordIndex<Value> {
  getAll(range: IDBKeyRange | undefined, count?: number): Promise<Value[]>
  getAllRecords?(options: {
    query?: IDBKeyRange | undefined
    count: number
    direction: 'prev'
  }): Promise<{ value: Value }[]>
}

/**
 * Reads values from the end of an index, last value first.
 * @param count the maximum number of values
 * @returns undefined if the browser lacks `getAllRecords`; the caller must then use a cursor, which is slow for each value
 */
export async function readLastValues<Value>(
  index: RecordIndex<Value>,
  range: IDBKeyRange | undefined,
  count: number,
): Promise<Value[] | undefined> {
  const records = await index.getAllRecords?.({ query: range, count, direction: 'prev' })
  return records?.map(({ value }) => value)
}

/** An index that may return its primary keys from the end. */
interface KeyIndex {
  getAllKeys(range: IDBKeyRange | undefined): Promise<string[]>
  /** Browsers that have it take the same options for keys, which TypeScript does not know yet. */
  getAllRecords?: unknown
}

interface FromTheEnd {
  getAllKeys(options: { query: IDBKeyRange | undefined; count: number; direction: 'prev' }): Promise<string[]>
}

/**
 * Reads primary keys from the end of an index, last key first. Without `getAllRecords` this reads all keys of the range.
 * @param count the maximum number of keys
 */
export async function readLastKeys(index: KeyIndex, range: IDBKeyRange | undefined, count: number): Promise<string[]> {
  if (index.getAllRecords)
    return (index as unknown as FromTheEnd).getAllKeys({ query: range, count, direction: 'prev' })
  return (await index.getAllKeys(range)).reverse().slice(0, count)
}

/** The range of all keys after `key`; undefined, which means every key, if `key` is undefined. */
export function keysAfter(key: IDBValidKey | undefined): IDBKeyRange | undefined {
  return key === undefined ? undefined : IDBKeyRange.lowerBound(key, true)
}
