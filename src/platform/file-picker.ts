/** Lets the user choose files for an input. */
export function openFilePicker(input: HTMLInputElement): void {
  input.click()
}
