const URL_LIFETIME_MS = 60_000

/** Downloads a file. */
export function saveFile(file: File): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  // By then the browser has read the file, however large it is.
  setTimeout(() => URL.revokeObjectURL(url), URL_LIFETIME_MS)
}
