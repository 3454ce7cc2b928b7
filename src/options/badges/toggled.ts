/** Adds a choice to those chosen or removes it. The result is in the order of `all`. */
export function toggled<Choice>(all: readonly Choice[], chosen: readonly Choice[], choice: Choice, isIn: boolean) {
  return all.filter(one => (one === choice ? isIn : chosen.includes(one)))
}
