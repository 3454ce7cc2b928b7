interface ChipProps {
  name: string
  label: string
  isOn: boolean
  onToggle(isOn: boolean): void
}

/** A checkbox that looks like a chip. */
export function Chip({ name, label, isOn, onToggle }: ChipProps) {
  return (
    <label class="chip">
      <input type="checkbox" name={name} checked={isOn} onChange={event => onToggle(event.currentTarget.checked)} />
      {label}
    </label>
  )
}
