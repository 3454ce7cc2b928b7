import type { Entry } from '../../history/search/entry.ts'
import type { SelectionState } from '../selection/use-selection.ts'
import { keyTarget } from './key-target.ts'
import type { RowsState } from './use-rows.ts'

/** What a person can do to a grid's items. */
export interface GridActions {
  onCurrent(index: number): void
  onOpen(id: string): void
  onFavour(ids: string[], isFavourite: boolean): void
  onDelete(ids: string[]): void
}

interface GridState extends Pick<RowsState, 'layout' | 'pageRows' | 'reveal'> {
  items: readonly Entry[]
  choice: SelectionState
  /** Index of the item at which the keyboard is. */
  current: number
}

/** What a key does in the grid. */
export function onKey(event: KeyboardEvent, grid: GridState, on: GridActions): void {
  const { items, choice, current } = grid
  const item = items[current]
  if (!item || event.altKey) return
  const isWhole = event.ctrlKey || event.metaKey
  const to = keyTarget(current, event.key, isWhole, {
    columns: grid.layout.columns,
    count: items.length,
    pageRows: grid.pageRows,
    isRightToLeft: document.documentElement.dir === 'rtl',
  })
  if (to !== undefined) {
    if (event.shiftKey) choice.extend(current, to)
    else if (!isWhole) choice.anchor(to)
    on.onCurrent(to)
    grid.reveal(to)
  } else if (event.key === 'Enter') on.onOpen(item.id)
  else if (event.key === ' ') {
    if (event.shiftKey) choice.extend(current, current)
    else choice.toggle(item.id)
  } else if (event.key === 'Delete') on.onDelete(choice.isAny ? choice.ids() : [item.id])
  else if (event.key === 'a' && isWhole) choice.all()
  else if (event.key === 'f' && !isWhole) on.onFavour(choice.isAny ? choice.ids() : [item.id], !item.isFavourite)
  else if (event.key === 'Escape' && choice.isAny) choice.clear()
  else return
  event.preventDefault()
}

/** What a click does, on a cell or on what is on the cell. */
export function onClick(event: MouseEvent, { items, choice, current }: GridState, on: GridActions): void {
  const target = event.target as Element
  const index = Number(target.closest<HTMLElement>('[data-index]')?.dataset.index ?? Number.NaN)
  const item = items[index]
  if (!item) return
  on.onCurrent(index)
  const act = target.closest<HTMLElement>('[data-act]')?.dataset.act
  if (act === 'favour') on.onFavour([item.id], !item.isFavourite)
  else if (event.shiftKey) choice.extend(current, index)
  else if (act === 'choose' || event.ctrlKey || event.metaKey || choice.isAny) choice.toggle(item.id)
  else on.onOpen(item.id)
}
