import type { Entry } from '../../history/search/entry.ts'
import type { SelectionState } from '../selection/use-selection.ts'
import { keyTarget } from './key-target.ts'
import type { RowsState } from './use-rows.ts'

/** What the user can do with the items of a grid. */
export interface GridActions {
  onCurrent(index: number): void
  onOpen(id: string): void
  onFavourite(ids: string[], isFavourite: boolean): void
  onDelete(ids: string[]): void
}

interface GridState extends Pick<RowsState, 'layout' | 'pageRows' | 'reveal'> {
  items: readonly Entry[]
  selection: SelectionState
  /** Index of the item with the keyboard cursor. */
  current: number
}

/** Handles a key press in the grid. */
export function onKey(event: KeyboardEvent, grid: GridState, on: GridActions): void {
  const { items, selection, current } = grid
  const item = items[current]
  if (!item || event.altKey) return
  const hasCtrl = event.ctrlKey || event.metaKey
  const to = keyTarget(current, event.key, hasCtrl, {
    columns: grid.layout.columns,
    count: items.length,
    pageRows: grid.pageRows,
    isRightToLeft: document.documentElement.dir === 'rtl',
  })
  if (to !== undefined) {
    if (event.shiftKey) selection.extend(current, to)
    else if (!hasCtrl) selection.anchor(to)
    on.onCurrent(to)
    grid.reveal(to)
  } else if (event.key === 'Enter') on.onOpen(item.id)
  else if (event.key === ' ') {
    if (event.shiftKey) selection.extend(current, current)
    else selection.toggle(item.id)
  } else if (event.key === 'Delete') on.onDelete(selection.isAny ? selection.ids() : [item.id])
  else if (event.key === 'a' && hasCtrl) selection.all()
  else if (event.key === 'f' && !hasCtrl)
    on.onFavourite(selection.isAny ? selection.ids() : [item.id], !item.isFavourite)
  else if (event.key === 'Escape' && selection.isAny) selection.clear()
  else return
  event.preventDefault()
}

/** Handles a click on a cell or on a button of a cell. */
export function onClick(event: MouseEvent, { items, selection, current }: GridState, on: GridActions): void {
  const target = event.target as Element
  const index = Number(target.closest<HTMLElement>('[data-index]')?.dataset.index ?? Number.NaN)
  const item = items[index]
  if (!item) return
  on.onCurrent(index)
  const act = target.closest<HTMLElement>('[data-act]')?.dataset.act
  if (act === 'favour') on.onFavourite([item.id], !item.isFavourite)
  else if (event.shiftKey) selection.extend(current, index)
  else if (act === 'choose' || event.ctrlKey || event.metaKey || selection.isAny) selection.toggle(item.id)
  else on.onOpen(item.id)
}
