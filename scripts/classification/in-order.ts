/**
 * Maps items concurrently and yields the results in the order of the items, each as soon as it and all earlier ones are there.
 * @param limit how many items may be taken before the result of the first of them is yielded
 * @throws what the items or the mapping throw
 */
export async function* mapInOrder<Item, Result>(
  items: AsyncIterator<Item>,
  limit: number,
  map: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const results: Promise<Result>[] = []
  let next: Promise<IteratorResult<Item>> | undefined = items.next()
  while (next || results.length > 0) {
    const first = results[0]?.then(result => ({ result }))
    const item = results.length < limit ? next?.then(item => ({ item })) : undefined
    const event = await Promise.race([first, item].filter(one => one !== undefined))
    if ('result' in event) {
      results.shift()
      yield event.result
    } else if (event.item.done) next = undefined
    else {
      const result = map(event.item.value)
      // Thrown when its turn comes.
      result.catch(() => {})
      results.push(result)
      next = items.next()
    }
  }
}
