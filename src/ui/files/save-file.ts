/** Has the browser save a file among the person's downloads. */
export function saveFile(file: File): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  // The browser has taken the file over by then, however large it is.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
