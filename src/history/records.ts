/** A store of which records can be read together with their keys, which neither TypeScript nor every browser knows yet. */
interface RecordStore<Value> {
  getAll(range: IDBKeyRange | undefined, count?: number): Promise<Value[]>
  getAllKeys(range: IDBKeyRange | undefined, count?: number): Promise<string[]>
  getAllRecords?(options: {
    query?: IDBKeyRange | undefined
    count?: number | undefined
  }): Promise<{ primaryKey: string; value: Value }[]>
}

/**
 * Records with their keys, in the order of the keys. Where keys and values must be asked for apart it takes twice as long.
 * @param count so many at most
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

/** What `RecordStore` says of indexes. */
interface RecordIndex<Value> {
  getAll(range: IDBKeyRange | undefined, count?: number): Promise<Value[]>
  getAllRecords?(options: {
    query?: IDBKeyRange | undefined
    count: number
    direction: 'prev'
  }): Promise<{ value: Value }[]>
}

/**
 * Values from the end of an index, the last one first.
 * @param count so many at most
 * @returns undefined where they must be read one by one, which takes a while each
 */
export async function lastValues<Value>(
  index: RecordIndex<Value>,
  range: IDBKeyRange | undefined,
  count: number,
): Promise<Value[] | undefined> {
  const records = await index.getAllRecords?.({ query: range, count, direction: 'prev' })
  return records?.map(({ value }) => value)
}

/** All keys after one; all that there are where there is none. */
export function keysAfter(key: IDBValidKey | undefined): IDBKeyRange | undefined {
  return key === undefined ? undefined : IDBKeyRange.lowerBound(key, true)
}
