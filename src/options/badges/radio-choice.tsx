interface RadioChoiceProps<Choice extends string> {
  /** Name of the group in the document. */
  name: string
  choices: readonly Choice[]
  chosen: Choice
  onChoose(choice: Choice): void
  labelOf(choice: Choice): string
}

/** A group of radio buttons with their labels. */
export function RadioChoice<Choice extends string>(props: RadioChoiceProps<Choice>) {
  const { name, choices, chosen, onChoose, labelOf } = props
  return choices.map(choice => (
    <label key={choice} class="option">
      <input type="radio" name={name} value={choice} checked={chosen === choice} onChange={() => onChoose(choice)} />
      {labelOf(choice)}
    </label>
  ))
}
