interface SwitchRowProps {
  id: string
  label: string
  hint: string
  isOn: boolean | undefined
  onToggle(): void
}

/** A switch with its label and a hint. */
export function SwitchRow({ id, label, hint, isOn, onToggle }: SwitchRowProps) {
  return (
    <div class="row">
      <div class="words">
        <label for={id}>{label}</label>
        <p id={`${id}-hint`} class="soft">
          {hint}
        </p>
      </div>
      <button
        type="button"
        id={id}
        role="switch"
        aria-checked={isOn === true}
        aria-describedby={`${id}-hint`}
        disabled={isOn === undefined}
        onClick={onToggle}
      />
    </div>
  )
}
