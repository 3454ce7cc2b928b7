import { useRef } from 'preact/hooks'

/** All items that have been in a list since the first render, so that what has appeared stays in its place. */
export function useSeen<Item>(items: Iterable<Item>): ReadonlySet<Item> {
  const seen = useRef(new Set<Item>())
  for (const item of items) seen.current.add(item)
  return seen.current
}
